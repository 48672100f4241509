import type { Option, TagNode } from '../contract/tag.js';
import type { Json } from '../model/json.js';
import { type Problem, warning } from '../model/problem.js';
import { who } from './attributes.js';
import { findCircles } from './circles.js';
import { nearest } from './nearest.js';

interface Conditional {
  readonly node: TagNode;
  /** In small letters; empty where only `whenChoiceValue` is given. */
  readonly when: string;
  readonly named: string;
  /** `whenChoiceValue` */
  readonly wanted: string;
}

/**
 * What is wrong with the conditions (`visibleWhen`, `when…`) of a config: they refer to nothing, so that what they hide is
 * never seen, or to each other in a circle.
 */
export function checkConditions(
  nodes: readonly TagNode[],
  byName: ReadonlyMap<string, TagNode>,
  options: ReadonlyMap<string, readonly Option[]>,
): readonly Problem[] {
  const conditionals: Conditional[] = [];
  for (const node of nodes) {
    const { visibleWhen, whenChoiceValue, whenTagName } = node.attributes;
    const when = text(visibleWhen).toLowerCase();
    if (!node.module || (!when && whenChoiceValue === undefined)) continue;
    conditionals.push({ node, when, named: text(whenTagName), wanted: text(whenChoiceValue) });
  }
  if (conditionals.length === 0) return [];
  const references = new References(nodes, byName, options);
  return [...conditionals.flatMap((one) => references.check(one)), ...circles(conditionals, nodes, byName)];
}

/** What a choice can be of; `isOpen`: it may be anything, as it comes from the task, or from a plug-in. */
interface Offered {
  readonly words: ReadonlySet<string>;
  readonly isOpen: boolean;
}

class References {
  readonly #byName: ReadonlyMap<string, TagNode>;
  readonly #options: ReadonlyMap<string, readonly Option[]>;
  readonly #askers: readonly TagNode[];
  /** By the tag that is asked for; by none, what any of the config offers. */
  readonly #offered = new Map<TagNode | undefined, Offered>();
  #suggestions = 20;

  constructor(
    nodes: readonly TagNode[],
    byName: ReadonlyMap<string, TagNode>,
    options: ReadonlyMap<string, readonly Option[]>,
  ) {
    this.#byName = byName;
    this.#options = options;
    this.#askers = nodes.filter(isAsker);
  }

  check({ node, when, named, wanted }: Conditional): readonly Problem[] {
    const tell = (attribute: string, message: string) => [
      warning('config/dangling-condition', `${who(node.at)} ${message}`, { ...node.at, attribute }),
    ];
    const target = this.#byName.get(named);
    if (named && !target) {
      const near = this.#suggest(named, this.#byName.keys());
      const mend = near ? `Did you mean "${near}"?` : 'Mend whenTagName.';
      return tell('whenTagName', `depends on "${named}", but no tag has this name. ${mend}`);
    }
    const onChoice = when.startsWith('choice') || (!when && wanted !== '');
    if (!onChoice) return [];
    if (target && !isAsker(target)) {
      return tell(
        'whenTagName',
        `depends on a choice in "${named}", which does not ask for one. Name a <Choices> or <Taxonomy>.`,
      );
    }
    if (!target && this.#askers.length === 0) {
      return tell(
        when ? 'visibleWhen' : 'whenChoiceValue',
        'depends on a choice, but the config asks for none. Add <Choices>, or take the condition out.',
      );
    }
    const { words, isOpen } = this.#offeredBy(target);
    if (!wanted || isOpen || words.size === 0 || words.has(wanted)) return [];
    if (wanted.split(',').some((word) => words.has(word.trim()))) return [];
    const near = this.#suggest(wanted, words);
    const mend = near ? `Did you mean "${near}"?` : 'Mend whenChoiceValue.';
    return tell(
      'whenChoiceValue',
      `depends on the choice "${wanted}", which ${named ? `"${named}" does not offer` : 'nothing offers'}. ${mend}`,
    );
  }

  /** Few: they must not cost more than reading the config. */
  #suggest(word: string, known: Iterable<string>): string | undefined {
    return this.#suggestions-- > 0 ? nearest(word, known) : undefined;
  }

  #offeredBy(target: TagNode | undefined): Offered {
    let offered = this.#offered.get(target);
    if (!offered) {
      const asked = target ? [target] : this.#askers;
      offered = {
        words: new Set(asked.flatMap(({ key }) => wordsOf(this.#options.get(key) ?? []))),
        // In another task at least.
        isOpen: asked.some(
          ({ module, attributes }) => !module || attributes.value !== undefined || attributes.apiUrl !== undefined,
        ),
      };
      this.#offered.set(target, offered);
    }
    return offered;
  }
}

/** Tags that are asked for a choice, of a region too; one that is not registered may be. */
const isAsker = ({ module, name }: TagNode): boolean => {
  if (!module) return name !== undefined;
  if (module.kind !== 'control' || module.offers === undefined) return false;
  return module.speaksOf === 'any' || module.offers === 'Choice';
};

function wordsOf(options: readonly Option[]): string[] {
  return options.flatMap(({ id, value, path, children }) => [id, value, path.join('/'), ...wordsOf(children)]);
}

/** Each circle is told once, where the first of its conditions stands. */
function circles(
  conditionals: readonly Conditional[],
  nodes: readonly TagNode[],
  byName: ReadonlyMap<string, TagNode>,
): readonly Problem[] {
  // One that waits for no answer is there to begin with.
  const waits = conditionals.filter(({ when }) => when === 'choice-selected' || !when);
  const targets = new Map(
    waits.flatMap(({ node, named }): [TagNode, TagNode][] => {
      const target = byName.get(named);
      return target ? [[node, target]] : [];
    }),
  );
  const named = new Set(targets.values());
  /** What each tag waits for, itself or with what it stands in, and which condition says so. */
  const needs = new Map<TagNode, ReadonlyMap<TagNode, TagNode>>();
  const collect = (node: TagNode, above: ReadonlyMap<TagNode, TagNode>) => {
    const target = targets.get(node);
    const all = target ? new Map([...above, [target, node]]) : above;
    if (all.size > 0 && named.has(node)) needs.set(node, all);
    for (const child of node.children) collect(child, all);
  };
  const [root] = nodes;
  if (root && targets.size > 0) collect(root, new Map());
  return findCircles(needs.keys(), (node) => needs.get(node)?.keys() ?? []).map((circle) => {
    const holders = circle.flatMap((node, index) => {
      const after = circle[(index + 1) % circle.length] ?? node;
      return needs.get(node)?.get(after) ?? [];
    });
    const [first] = holders.sort(({ at: a }, { at: b }) => line(a) - line(b) || column(a) - column(b));
    return warning('config/circular-condition', inWords(circle), { ...first?.at, attribute: 'whenTagName' });
  });
}

const line = ({ line = 0 }: TagNode['at']) => line;
const column = ({ column = 0 }: TagNode['at']) => column;

function inWords(circle: readonly TagNode[]): string {
  const [first] = circle;
  if (first && circle.length === 1) {
    return `${who(first.at)} is shown only when itself is answered, so it never is. Mend whenTagName.`;
  }
  const names = circle.map(({ name, tag }) => `"${name ?? tag}"`);
  const shown = names.length > 6 ? [...names.slice(0, 5), '…', names.at(-1)] : names;
  const all = `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  return names.length === 2
    ? `${all} are each shown only when the other is answered, so neither ever is. Take one condition out.`
    : `${all} are each shown only when the next one is answered, the last when the first is, so none ever is. Take one condition out.`;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '');
