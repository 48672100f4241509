import { action, makeObservable, observableRef } from '../reactive/index.js';

/** What the list of regions is put into; `none`: the tree of regions and their parts. */
export const groupings = ['none', 'label', 'type', 'object'] as const;
export type RegionGrouping = (typeof groupings)[number];

/** What the list of regions is sorted by; `made`: as their results stand. */
export const sorts = ['made', 'score', 'label', 'position', 'area'] as const;
export type RegionSort = (typeof sorts)[number];

/** What can be set, by name. */
export type SettingValues = Omit<Settings, 'toggle'>;
type Toggled = { [K in keyof SettingValues]: SettingValues[K] extends boolean ? K : never }[keyof SettingValues];

/**
 * How a user likes to work. Each field is kept in this browser (editor/keeping), none of it is in a completion. A field
 * that can be one of several words says so in `choices`.
 */
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
  /** The tool in the hand is taken up again with the next visit. */
  preserveTool = true;
  /** A wheel that is turned away zooms out, not in. */
  invertedZoom = false;
  /** Keys do what the sheet of keys says. */
  hotkeys = true;
  regionGroup: RegionGrouping = 'none';
  regionSort: RegionSort = 'made';
  /** The list of regions, the other way round. */
  regionDescending = false;

  constructor() {
    makeObservable(this, {
      continuousLabeling: observableRef,
      selectAfterCreate: observableRef,
      showLabels: observableRef,
      snapping: observableRef,
      smoothing: observableRef,
      acceptSuggestions: observableRef,
      preserveTool: observableRef,
      invertedZoom: observableRef,
      hotkeys: observableRef,
      regionGroup: observableRef,
      regionSort: observableRef,
      regionDescending: observableRef,
      toggle: action,
    });
  }

  toggle(name: Toggled): void {
    this[name] = !this[name];
  }
}

/** The words that a setting can be, for those that are words; anything else that is found or given for them is ignored. */
export const choices: { readonly [K in keyof SettingValues]?: readonly SettingValues[K][] } = {
  regionGroup: groupings,
  regionSort: sorts,
};
