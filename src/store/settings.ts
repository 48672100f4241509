import { action, observableRef } from 'mobx';

/** How a user likes to work. Kept by the host or the UI; nothing of it is in a completion. */
export class Settings {
  /** Labels stay armed after a region was drawn. */
  @observableRef accessor continuousLabeling = false;
  /** A region is selected once it is drawn. */
  @observableRef accessor selectAfterCreate = false;
  /** Label names are drawn on regions, whatever the object tag says. */
  @observableRef accessor showLabels = false;

  @action toggle(name: 'continuousLabeling' | 'selectAfterCreate' | 'showLabels'): void {
    this[name] = !this[name];
  }
}
