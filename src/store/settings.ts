import { action, makeObservable, observableRef } from '../reactive/index.js';

type Toggled =
  | 'continuousLabeling'
  | 'selectAfterCreate'
  | 'showLabels'
  | 'snapping'
  | 'smoothing'
  | 'acceptSuggestions';

/** How a user likes to work. Kept by the host or the UI; nothing of it is in a completion. */
export class Settings {
  /** Labels stay armed after a region was drawn. */
  continuousLabeling = false;
  /** A region is selected once it is drawn. */
  selectAfterCreate = false;
  /** Label names are drawn on regions, whatever the object tag says. */
  showLabels = false;
  /** What is drawn or dragged snaps to corners and vertices of other regions. */
  snapping = false;
  /** Pixels of enlarged pictures are smoothed, where the config says nothing of it. */
  smoothing = true;
  /** What a model suggests is taken as it comes. */
  acceptSuggestions = false;

  constructor() {
    makeObservable(this, {
      continuousLabeling: observableRef,
      selectAfterCreate: observableRef,
      showLabels: observableRef,
      snapping: observableRef,
      smoothing: observableRef,
      acceptSuggestions: observableRef,
      toggle: action,
    });
  }

  toggle(name: Toggled): void {
    this[name] = !this[name];
  }
}
