import type { LabelConfig } from '../../config/tree.js';
import { isDict } from '../../model/json.js';
import { type Control, controlOf } from '../regions/controls.js';
import { sightOf } from '../regions/regions.js';
import type { EditorState } from '../state.js';
import type { Told } from './answers.js';
import { Overlaps } from './overlaps.js';
import type { Reading } from './table.js';

/** How completions of this config are compared. */
export function readingOf(config: LabelConfig, overlaps: Overlaps): Reading {
  const places = new Map(config.nodes.map(({ name = '' }, place) => [name, place]));
  return {
    overlaps,
    told: (name) => toldBy(controlOf(config.byName.get(name))),
    place: (name) => places.get(name) ?? Number.MAX_SAFE_INTEGER,
  };
}

function toldBy(control: Control | undefined): Told {
  if (control?.tag.offers !== undefined) return 'set';
  return control?.tag.result.key === 'text' ? 'words' : 'whole';
}

/** What regions are measured by, as their media are known now. */
export function overlapsIn(state: EditorState): Overlaps {
  return new Overlaps({
    shape: (name) => state.registry.shape(name),
    sight: (region) => {
      const sight = sightOf(state, region, region.fromName);
      const { original_width: width, original_height: height } = isDict(region.wire) ? region.wire : {};
      if (sight.facts.width !== undefined || typeof width !== 'number' || typeof height !== 'number') return sight;
      // A page that was not on show yet: as large as the result says.
      return { ...sight, facts: { ...sight.facts, width, height } };
    },
  });
}
