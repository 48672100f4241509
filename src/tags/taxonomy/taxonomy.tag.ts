import type { Beginning, ControlTag, Option } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { type Dict, isList, type Json } from '../../model/json.js';
import { error, type Problem, warning } from '../../model/problem.js';
import { answerScope, checkRequired, controlNames, visibility } from '../parts/control-attributes.js';

export const taxonomyTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Taxonomy',
  about: 'Asks to choose in a tree, which can have a hundred thousand nodes or come from a server.',
  controls: ['*'],
  result: { type: 'taxonomy', key: 'taxonomy' },
  speaksOf: 'any',
  offers: 'Choice',
  keyless: true,
  attributes: {
    ...controlNames,
    apiUrl: { type: 'string', about: 'Address of a server that is asked for the nodes, level by level.' },
    leafsOnly: { type: 'boolean', default: false, about: 'Only nodes without further ones in them can be picked.' },
    showFullPath: { type: 'boolean', default: false, about: 'Show what is picked with all that it stands in.' },
    pathSeparator: { type: 'string', default: ' / ', about: 'What stands between the parts of a path on the screen.' },
    maxUsages: { type: 'number', about: 'How many nodes can be picked at once.' },
    minWidth: { type: 'string', about: 'Least width of the field: CSS pixels or a CSS length.' },
    maxWidth: { type: 'string', about: 'Greatest width of the field: CSS pixels or a CSS length.' },
    dropdownWidth: { type: 'string', about: 'Width of the drop-down: CSS pixels or a CSS length.' },
    placeholder: { type: 'string', default: 'Choose…', about: 'What the empty field says.' },
    labeling: {
      type: 'boolean',
      default: false,
      about: 'Its nodes are labels: what is picked is what the next mark is given, or changes the selected one.',
    },
    legacy: { type: 'boolean', default: false, about: 'Whoever answers may add nodes.' },
    value: { type: 'data', about: 'Further nodes from the data of the task: a list of texts or of objects.' },
    ...answerScope,
    ...visibility,
  },
  examples: [
    {
      title: 'A tree to pick from',
      config: `<View>
  <Text name="text" value="$text"/>
  <Taxonomy name="kind" toName="text" leafsOnly="true" showFullPath="true" required="true">
    <Choice value="Eukarya"><Choice value="Fungi"/><Choice value="Plants"/><Choice value="Animals"/></Choice>
    <Choice value="Bacteria"/>
    <Choice value="Archaea"/>
  </Taxonomy>
</View>`,
      data: { text: 'A mushroom grew on the old oak.' },
    },
    {
      title: 'Two nodes at most, from the task',
      config: `<View>
  <Text name="text" value="$text"/>
  <Taxonomy name="shelf" toName="text" value="$shelves" maxUsages="2" placeholder="Where does it belong?"/>
</View>`,
      data: {
        text: 'A history of the sea, with maps.',
        shelves: [
          { value: 'History', alias: 'h', children: [{ value: 'Ancient', alias: 'h1' }, { value: 'Maritime' }] },
          { value: 'Geography', children: ['Atlases', 'Travel'] },
        ],
      },
    },
    {
      title: 'A tree of labels',
      config: `<View>
  <Taxonomy name="entity" toName="text" labeling="true" leafsOnly="true">
    <Choice value="Living being"><Choice value="Person" color="#b3399a" hotkey="p"/><Choice value="Animal"/></Choice>
    <Choice value="Place"><Choice value="City" color="#2f7d4f" hotkey="c"/><Choice value="River"/></Choice>
  </Taxonomy>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
      data: { text: 'Ada Lovelace kept a parrot in London, not far from the Thames.' },
    },
  ],
  check: check('Taxonomy'),
  initial: selectedPaths,
  variant: ({ labeling }) => (labeling === true ? labels : taxonomyTag),
  load: () => import('./taxonomy.view.js').then((module) => module.taxonomyView),
};

const { initial: _, ...asked } = taxonomyTag;
/** With `labeling`. */
const labels: ControlTag<View> = {
  ...asked,
  speaksOf: 'region',
  check: check('A mark with Taxonomy'),
  checkConfig: ({ attributes, at }) =>
    (['perRegion', 'perItem'] as const)
      .filter((attribute) => attributes[attribute] === true)
      .map((attribute) => {
        const message = `With labeling, Taxonomy makes marks of its own, so that ${attribute} only hides it. Take ${attribute} out.`;
        return warning('config/conflict', message, { ...at, attribute });
      }),
};

function check(what: string): NonNullable<ControlTag['check']> {
  return (value, attributes) => [...checkRequired(value, attributes, what), ...checkCount(value, attributes)];
}

function checkCount(value: Json | undefined, { name, maxUsages: most }: Dict): Problem[] {
  if (!isList(value) || typeof most !== 'number' || most < 1 || value.length <= most) return [];
  const message = `Taxonomy "${name}" takes ${most} at most, but ${value.length} are picked. Take ${value.length - most} away.`;
  return [error('tag/max-usages', message)];
}

/** What the config picks at the start. */
export function selectedPaths({ node, options }: Pick<Beginning, 'node' | 'options'>): Json | undefined {
  const paths = selected(options, node.attributes.leafsOnly === true);
  return paths.length > 0 ? paths : undefined;
}

const selected = (options: readonly Option[], leafsOnly: boolean): Json[] =>
  options.flatMap(({ attributes, path, children }) => [
    ...(attributes.selected === true && !(leafsOnly && children.length > 0) ? [path] : []),
    ...selected(children, leafsOnly),
  ]);
