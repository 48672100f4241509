import type { LabelConfig } from '../../config/tree.js';
import type { Stages } from '../drawing/stages.js';
import { objectOf, spacesOf } from '../regions/controls.js';

/**
 * Fetches the code of all tags and surfaces of a config as soon as that is known, all at once: each asks for the next
 * only when it is mounted. What fails is asked for again there, and told.
 */
export function prefetch(config: LabelConfig, stages: Stages): void {
  for (const node of config.nodes) {
    const { module } = node;
    const object = objectOf(node);
    const spaces = object ? spacesOf(object) : [];
    const view = module && 'load' in module ? module.load?.() : undefined;
    Promise.all([view, ...spaces.map((space) => stages.prefetch(space))]).catch(() => {});
  }
}
