import type { Region } from '../../model/document.js';
import type { RegionGrouping } from '../../store/settings.js';
import type { Editor } from '../editor.js';
import type { RegionGroup } from './arrangement.js';

/** Into which groups regions go; undefined where they are a tree. A region stands under each of its labels. */
export function groupsFor(
  { faces }: Editor,
  grouping: RegionGrouping,
): ((region: Region) => readonly RegionGroup[]) | undefined {
  if (grouping === 'none') return undefined;
  if (grouping === 'type') return ({ shape }) => [{ key: `type ${shape}`, name: shape }];
  if (grouping === 'object') return ({ toName }) => [{ key: `object ${toName}`, name: toName }];
  return (region) => {
    const labels = faces.labels(region);
    if (labels.length === 0) return [{ key: 'label', name: '' }];
    return labels.map(({ name, colour }) => ({ key: `label ${name}`, name, colour }));
  };
}

/** Groups stand in the order of the config: their keys, and which of them comes when. */
export function groupRanks({ config }: Editor, grouping: RegionGrouping): ReadonlyMap<string, number> {
  const keys =
    grouping === 'label'
      ? config.nodes.flatMap(({ key }) => (config.options.get(key) ?? []).map(({ value }) => `label ${value}`))
      : config.nodes.flatMap(({ name }) => (name === undefined ? [] : [`object ${name}`]));
  const ranks = new Map<string, number>();
  for (const key of keys) if (!ranks.has(key)) ranks.set(key, ranks.size);
  return ranks;
}
