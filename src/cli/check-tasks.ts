import { parseConfig } from '../config/parse.js';
import { buildTree, type LabelConfig, type TagLookup } from '../config/tree.js';
import type { ShapeModule } from '../contract/shape.js';
import { type Dict, isDict, isList, type Json } from '../model/json.js';
import { error, type Problem } from '../model/problem.js';
import { readTask } from '../model/task.js';
import { decodeResults } from '../results/decode.js';
import type { World } from '../results/world.js';
import type { TaskEntry } from './read-tasks.js';

/** Something wrong with a task, or with many. */
export interface TaskFinding {
  readonly problem: Problem;
  readonly file: string;
  /** Of the first task that has it. */
  readonly index: number;
  readonly id?: number | string;
  /** Where in the task: `predictions[0]`. */
  readonly within?: string;
  /** How many tasks have it. */
  readonly tasks: number;
}

const versions = ['annotations', 'completions', 'predictions', 'drafts'] as const;

/** Checks tasks against a config: their data by what it refers to, their results by what it asks for. */
export class TaskChecker {
  readonly #root: ReturnType<typeof parseConfig>['root'];
  readonly #lookup: TagLookup;
  readonly #shapes: ReadonlyMap<string, ShapeModule>;
  /** What results are read against, where the tags are the same in all tasks. */
  readonly #world: World | undefined;
  /** What is wrong with the config by itself is not said of each task again. */
  readonly #known: ReadonlySet<string>;
  readonly #found = new Map<string, { -readonly [K in keyof TaskFinding]: TaskFinding[K] }>();
  #lastOf = new Map<string, number>();
  #count = 0;

  /** @param alone the config, read without a task */
  constructor(xml: string, alone: LabelConfig, lookup: TagLookup, shapes: ReadonlyMap<string, ShapeModule>) {
    this.#root = parseConfig(xml).root;
    this.#lookup = lookup;
    this.#shapes = shapes;
    this.#known = new Set(alone.problems.map(keyOf));
    const repeats = alone.nodes.some(({ module }) => module?.kind === 'visual' && module.repeats);
    if (!repeats) this.#world = this.#worldOf(alone);
  }

  get findings(): readonly TaskFinding[] {
    return [...this.#found.values()];
  }

  check(file: string, { index, task }: TaskEntry): void {
    this.#count++;
    const read = readTask(task);
    if (!read.value) {
      for (const problem of read.problems) this.#add({ problem, file, index, ...idOf(task) });
      return;
    }
    const at = { file, index, ...idOf(task) };
    if (!this.#root) return;
    const config = buildTree(this.#root, read.value.data, this.#lookup);
    for (const problem of config.problems) {
      if (!this.#known.has(keyOf(problem))) this.#add({ problem, ...at });
    }
    // An object without `data` is itself the data, whatever its keys are called.
    if (!isDict(task) || task.data === undefined) return;
    const world = this.#world ?? this.#worldOf(config);
    for (const key of versions) this.#checkVersions(task[key], key, world, at);
  }

  #checkVersions(list: Json | undefined, key: string, world: World, at: { file: string; index: number }): void {
    if (list === undefined || list === null) return;
    if (!isList(list)) {
      this.#add({ problem: error('task/malformed', `"${key}" of the task is not a list.`), ...at });
      return;
    }
    list.forEach((version, number) => {
      const within = `${key}[${number}]`;
      if (!isDict(version)) {
        const problem = error('task/malformed', `An entry of "${key}" is not an object with a "result".`);
        this.#add({ problem, within, ...at });
        return;
      }
      const { result } = version;
      if (result === undefined || result === null) return;
      if (!isList(result)) {
        const problem = error('task/malformed', `The "result" of an entry of "${key}" is not a list.`);
        this.#add({ problem, within, ...at });
        return;
      }
      for (const problem of decodeResults(result, world).problems) this.#add({ problem, within, ...at });
    });
  }

  #worldOf(config: LabelConfig): World {
    return {
      nodes: config.nodes,
      node: (name) => config.byName.get(name),
      shape: (name) => this.#shapes.get(name),
      // Media are not looked at.
      facts: () => ({}),
    };
  }

  /** The same problem is kept once, with the first place of it. */
  #add(finding: Omit<TaskFinding, 'tasks'>): void {
    const key = keyOf(finding.problem);
    const found = this.#found.get(key);
    if (!found) this.#found.set(key, { ...finding, tasks: 1 });
    else if (this.#lastOf.get(key) !== this.#count) found.tasks++;
    this.#lastOf.set(key, this.#count);
  }
}

/** Two problems with the same one are the same, in whichever result they are. */
const keyOf = ({ code, severity, message, at }: Problem): string =>
  JSON.stringify([code, severity, message, at?.line, at?.column]);

function idOf(task: Json): { readonly id?: number | string } {
  const { id } = isDict(task) ? task : ({} as Dict);
  return typeof id === 'number' || typeof id === 'string' ? { id } : {};
}
