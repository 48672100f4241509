import { makeObservable, observableRef } from '../reactive/index.js';

/**
 * How the workbench was left. It is kept in this browser as settings are, and taken up when an editor begins; editors
 * that are on show go on as they are.
 */
export class Layout {
  /** Whether the panel stands beside the content, where there is room for it. */
  panelShown = true;
  panelTab = 'regions';
  /** Names of the tools that were picked, by space. */
  tools: Readonly<Record<string, string>> = {};

  constructor() {
    makeObservable(this, { panelShown: observableRef, panelTab: observableRef, tools: observableRef });
  }
}
