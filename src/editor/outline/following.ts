import type { LabelConfig } from '../../config/tree.js';
import type { Change } from '../../model/document.js';
import type { RegionGrouping, RegionSort } from '../../store/settings.js';
import { controlOf, isLabels } from '../regions/controls.js';

/** What a list of regions goes by. */
export interface GoesBy {
  readonly group: RegionGrouping;
  readonly sort: RegionSort;
  readonly filtered: boolean;
  readonly config: LabelConfig;
}

/**
 * Whether changes make another list of it: at once, or, where it is what changes with every move of a drag and with every
 * key, after a pause. That regions come, go or change places is known from their ids, and not asked here.
 */
export function effectOf(changes: readonly Change[], goesBy: GoesBy): 'now' | 'later' | undefined {
  let effect: 'now' | 'later' | undefined;
  for (const change of changes) {
    const one = effectOfOne(change, goesBy);
    if (one === 'now') return 'now';
    effect ??= one;
  }
  return effect;
}

function effectOfOne(change: Change, { group, sort, filtered, config }: GoesBy): 'now' | 'later' | undefined {
  if (change.table === 'relations') return undefined;
  if (change.table === 'values') {
    const { fromName, regionId } = change.after ?? change.before ?? {};
    if (regionId === undefined || fromName === undefined) return undefined;
    const control = controlOf(config.byName.get(fromName));
    if (control && isLabels(control)) return group === 'label' || sort === 'label' || filtered ? 'now' : undefined;
    return filtered ? 'later' : undefined;
  }
  const { before, after } = change;
  if (!before || !after) return undefined;
  if (before.parentId !== after.parentId) return 'now';
  if (sort === 'score' && before.score !== after.score) return 'now';
  if (group === 'type' && before.shape !== after.shape) return 'now';
  return filtered || sort === 'position' || sort === 'area' ? 'later' : undefined;
}
