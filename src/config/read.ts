import type { Dict } from '../model/json.js';
import { parseConfig } from './parse.js';
import { buildTree, inOrder, type LabelConfig, type TagLookup } from './tree.js';

/**
 * Reads a config. What is wrong in it is in `problems`, and the rest is there all the same.
 * @param data the task's data; none while there is no task: `$references` are then left as they are and not reported.
 */
export function readConfig(xml: string, data: Dict | undefined, registry: TagLookup): LabelConfig {
  const { root, problems } = parseConfig(xml);
  if (!root) {
    return { nodes: [], byName: new Map(), options: new Map(), problems };
  }
  const config = buildTree(root, data, registry);
  return { ...config, problems: inOrder([...problems, ...config.problems]) };
}
