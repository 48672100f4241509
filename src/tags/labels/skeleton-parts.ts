import type { TagNode } from '../../contract/tag.js';
import { error, type Problem } from '../../model/problem.js';

/** What is wrong with the keypoints and edges of skeletons, taken together; all else is drawn. */
export function checkSkeleton(node: TagNode): readonly Problem[] {
  const parts = within(node);
  const named = parts.flatMap((part) => nameIn(part, 'keypoint', 'value'));
  const names = new Set(named.map(({ name }) => name));
  const seen = new Set<string>();
  const doubled = named.flatMap(({ part, name }): Problem[] => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `There is a keypoint "${name}" already, and results could not tell the two apart. Give this one another name.`;
    return [error('config/duplicate-name', message, { ...part.at, attribute: 'value' })];
  });
  const ends = parts.flatMap((part) => [...nameIn(part, 'edge', 'from'), ...nameIn(part, 'edge', 'to')]);
  const loose = ends.flatMap(({ part, name, attribute }): Problem[] => {
    if (names.has(name)) return [];
    const message = `The edge leads to "${name}", but no keypoint has this name. Mend it, or add <Keypoint value="${name}"/>.`;
    return [error('config/missing-part', message, { ...part.at, attribute })];
  });
  if (named.length > 0) return [...doubled, ...loose];
  const message = `<${node.tag}> has no keypoints, so that no skeleton can be drawn. Add some, for example <Keypoint value="nose"/>.`;
  return [error('config/missing-part', message, node.at)];
}

/** At any depth: layout between them counts for nothing. */
const within = ({ children }: TagNode): readonly TagNode[] => children.flatMap((node) => [node, ...within(node)]);

/** What an attribute of a part says, if it says anything; without it the part is reported by itself. */
function nameIn(part: TagNode, tag: string, attribute: string) {
  const value = part.tag.toLowerCase() === tag ? part.attributes[attribute] : undefined;
  const name = typeof value === 'string' ? value.trim() : '';
  return name === '' ? [] : [{ part, name, attribute }];
}
