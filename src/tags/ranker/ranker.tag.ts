import type { Beginning, ControlTag, TagNode } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import type { Json } from '../../model/json.js';
import { error, type Problem, warning } from '../../model/problem.js';
import { controlNames, visibility } from '../parts/control-attributes.js';
import { itemIds } from '../parts/item-ids.js';
import { answers } from './answers.js';
import { namedBuckets, startOf } from './buckets.js';

export const rankerTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Ranker',
  about: 'Asks to put the items of a List in order, or to sort them into buckets.',
  controls: ['List'],
  result: { type: 'ranker', key: 'ranker' },
  speaksOf: 'any',
  attributes: { ...controlNames, ...visibility },
  examples: [
    answers,
    {
      title: 'Headlines, put in order',
      config: `<View>
  <List name="headlines" value="$headlines" title="The best on top"/>
  <Ranker name="order" toName="headlines"/>
</View>`,
      data: { headlines: ['Ferry runs again', 'After nine days, the ferry sails', 'The river gives way'] },
    },
  ],
  checkConfig: checkBuckets,
  initial,
  load: () => import('./ranker.view.js').then((module) => module.rankerView),
};

/** Nothing is ranked yet: all columns are empty but the one that items start in. */
function initial({ node, objects }: Beginning): Json | undefined {
  const ids = itemIds(objects[0]?.attributes.value);
  if (ids.length === 0) return undefined;
  const buckets = namedBuckets(node);
  const names = buckets.length > 0 ? buckets.map(({ name }) => name) : [node.name ?? ''];
  const start = startOf(buckets);
  return Object.fromEntries([[start, ids], ...names.filter((name) => name !== start).map((name) => [name, []])]);
}

function checkBuckets(node: TagNode): readonly Problem[] {
  const problems: Problem[] = [];
  const byName = new Map<string, TagNode>();
  let start: TagNode | undefined;
  for (const bucket of namedBuckets(node)) {
    const { name, at, attributes } = bucket;
    const first = byName.get(name);
    // In the words in which it is said of all tags.
    const message = `<Bucket name="${name}"> has the name of <${first?.tag}> in line ${first?.at.line}. Give it another one.`;
    if (first) problems.push(error('config/duplicate-name', message, { ...at, attribute: 'name' }));
    else byName.set(name, bucket);
    if (attributes.default !== true) continue;
    if (start) {
      const both = `<Bucket name="${name}"> and "${start.name}" are both default; "${start.name}" counts. Take one out.`;
      problems.push(warning('config/conflict', both, { ...at, attribute: 'default' }));
    }
    start ??= bucket;
  }
  return problems;
}
