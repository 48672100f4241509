import { LifetimeScope } from '../../src/base/scope.js';
import type { MediaFacts, Space } from '../../src/contract/shape.js';
import type { Clock, Surfaces } from '../../src/contract/surface.js';
import type { Option, TagNode } from '../../src/contract/tag.js';
import type { Answer, Narrowing, TagContext, Target, View } from '../../src/contract/view.js';
import { emptyDoc } from '../../src/model/document.js';
import type { Dict, Json } from '../../src/model/json.js';
import type { Problem } from '../../src/model/problem.js';
import { autorun, observable, runInAction } from '../../src/reactive/index.js';

/** What a tag's view is to be shown with; all can be changed afterwards with `FakeTag.update`. */
export interface FakeState {
  value?: Json | undefined;
  target?: Target;
  readonly?: boolean;
  locked?: boolean;
  item?: number;
  frame?: number | undefined;
  usages?: Record<string, number>;
  meta?: Dict | undefined;
  answers?: readonly Answer[];
  selected?: readonly string[];
  regionPanel?: HTMLElement | undefined;
  hosts?: Readonly<Record<string, HTMLElement>>;
}
export interface FakeSetup extends FakeState {
  readonly tag: string;
  readonly name?: string;
  readonly attributes?: Dict;
  readonly data?: Json;
  readonly taskData?: Dict;
  readonly options?: readonly Option[];
  readonly objects?: readonly TagNode[];
  readonly clock?: Clock;
  readonly surfaces?: Partial<Surfaces>;
  /** Stands for the children: called with the element they would be mounted into. */
  readonly children?: (into: HTMLElement) => void;
}

/** A mounted view, and what it said to the editor that is not there. */
export interface FakeTag {
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  /** The state as it is. Observable. */
  now(): Required<FakeState>;
  readonly values: (Json | undefined)[];
  /** What other controls were narrowed down to. */
  readonly narrowed: [name: string, to: Narrowing][];
  readonly facts: MediaFacts[];
  readonly notes: string[];
  readonly problems: Set<Problem>;
  readonly keys: Map<string, { readonly title: string; run(): void }>;
  update(change: FakeState): void;
  focusRequest(wanted?: TagNode): void;
  /** As a Filter would. */
  narrow(to: Narrowing): void;
  /** As before the answers are saved. */
  settle(): void;
  remove(): void;
}

const place = { line: 1, column: 1 };
const still: Clock = {
  time: 0,
  duration: 0,
  playing: false,
  rate: 1,
  stretch: undefined,
  seek() {},
  play() {},
  pause() {},
  setRate() {},
  attach: () => () => {},
};

export const fakeNode = (tag: string, attributes: Dict = {}, name?: string): TagNode => ({
  tag,
  key: '0',
  attributes,
  written: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
  toNames: [],
  children: [],
  at: place,
  ...(name !== undefined && { name }),
});

/** An option as the config makes it; the first argument is what the result says. */
export const fakeOption = (id: string, more: Partial<Option> = {}): Option => ({
  id,
  value: id,
  colour: '#3366cc',
  path: [id],
  attributes: {},
  children: [],
  ...more,
});

const theme = `
:host { all: initial; display: block; color-scheme: light dark; font: 13px/1.45 system-ui, sans-serif; color: var(--le-text); background: var(--le-surface);
  --le-surface: light-dark(#fff, #1b1c1f); --le-surface-2: light-dark(#f1f2f4, #2a2c31); --le-text: light-dark(#1c1d20, #e8e9ec);
  --le-muted: light-dark(#5f636b, #a2a6af); --le-line: light-dark(#dcdee3, #3b3e45); --le-accent: light-dark(#2f62d9, #7ea2ff);
  --le-accent-text: light-dark(#fff, #10141f); --le-danger: light-dark(#c62b2b, #ff8a80); --le-radius: 6px; --le-gap: 8px; }
.stage { height: 100%; box-sizing: border-box; display: flex; flex-direction: column; padding: 12px; }
[hidden] { display: none !important; }
`;

/** Mounts a view alone in a shadow root, with the colours an editor would give it. */
export async function mountTag(view: View, setup: FakeSetup): Promise<FakeTag> {
  const outside = document.createElement('div');
  document.body.append(outside);
  const root = outside.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme + (view.styles ?? ''));
  root.adoptedStyleSheets = [sheet];
  const pane = document.createElement('div');
  pane.className = 'stage';
  const host = document.createElement('div');
  host.dataset.tag = setup.tag;
  pane.append(host);
  root.append(pane);

  const scope = new LifetimeScope((effect) => autorun(effect));
  const state = observable.box<Required<FakeState>>({
    value: setup.value,
    target: setup.target ?? { of: 'task' },
    readonly: setup.readonly ?? false,
    locked: setup.locked ?? false,
    item: setup.item ?? 0,
    usages: setup.usages ?? {},
    frame: setup.frame,
    meta: setup.meta,
    answers: setup.answers ?? [],
    selected: setup.selected ?? [],
    regionPanel: setup.regionPanel,
    hosts: setup.hosts ?? {},
  });
  const now = () => state.get();
  const update = (change: FakeState) => runInAction(() => state.set({ ...state.get(), ...change }));
  let made = 0;
  const node = fakeNode(setup.tag, setup.attributes, setup.name);
  const tag: FakeTag & { focus: (wanted: TagNode) => void } = {
    root,
    host,
    now,
    values: [],
    narrowed: [],
    narrow: () => {},
    facts: [],
    notes: [],
    problems: new Set(),
    keys: new Map(),
    focus: () => {},
    settle: () => {},
    update,
    focusRequest: (wanted = node) => tag.focus(wanted),
    remove() {
      scope.dispose();
      outside.remove();
    },
  };
  const context: TagContext = {
    node,
    scope,
    data: setup.data,
    taskData: setup.taskData ?? {},
    mountChildren: (into) => {
      setup.children?.(into);
      return () => {};
    },
    doc: emptyDoc,
    clock: async () => setup.clock ?? still,
    get readonly() {
      return now().readonly;
    },
    get locked() {
      return now().locked;
    },
    get value() {
      return now().value;
    },
    get target() {
      return now().target;
    },
    get item() {
      return now().item;
    },
    setItem: (item) => update({ item }),
    get frame() {
      return now().frame;
    },
    setFrame: (frame) => update({ frame }),
    action: () => undefined,
    async surface<S extends Space>(space: S): Promise<Surfaces[S]> {
      const surface = setup.surfaces?.[space];
      if (!surface) throw new Error(`The test has no surface ${space}.`);
      return surface as Surfaces[S];
    },
    setFacts: (facts) => tag.facts.push(facts),
    setValue(value, _of, meta) {
      tag.values.push(value);
      update({ value, ...(meta && { meta: { ...now().meta, ...meta } }) });
    },
    get meta() {
      return now().meta;
    },
    get answers() {
      return now().answers;
    },
    putAnswer(value, id = `answer-${++made}`) {
      const { answers } = now();
      const known = answers.some((answer) => answer.id === id);
      const answer = { id, value: value ?? null, locked: false };
      if (value === undefined) update({ answers: answers.filter((one) => one.id !== id) });
      else update({ answers: known ? answers.map((one) => (one.id === id ? answer : one)) : [...answers, answer] });
      return id;
    },
    get selected() {
      return now().selected;
    },
    select: (selected) => update({ selected }),
    objects: setup.objects ?? [],
    hostOf: (name) => now().hosts[name],
    narrow: (name, to) => tag.narrowed.push([name, to]),
    onNarrow: (run) => {
      tag.narrow = run;
    },
    get regionPanel() {
      return now().regionPanel;
    },
    onSettle: (run) => {
      tag.settle = run;
    },
    options: setup.options ?? [],
    usages: (id) => now().usages[id] ?? 0,
    hotkey: (keys, title, run) => tag.keys.set(keys, { title, run }),
    onFocusRequest: (run) => {
      tag.focus = run;
    },
    report(problem) {
      tag.problems.add(problem);
      return () => tag.problems.delete(problem);
    },
    notify: (message) => tag.notes.push(message),
  };
  await view.mount(host, context);
  return tag;
}

/** The element with this role whose accessible name is given by `aria-label` or its text. */
export function byName<E extends HTMLElement>(root: ParentNode, selector: string, name: string): E {
  const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent?.trim();
  const found = [...root.querySelectorAll<E>(selector)].find((element) => nameOf(element) === name);
  if (!found) throw new Error(`There is no ${selector} named ${name}.`);
  return found;
}
