import type { Space } from '../../contract/shape.js';
import type { Tool, ToolSetting } from '../../contract/tool.js';
import { action, computed, makeObservable, observable } from '../../reactive/index.js';
import type { Action } from '../actions/actions.js';
import { type Control, controlsOf, objectOf } from '../regions/controls.js';
import type { EditorState } from '../state.js';

/**
 * What selects, where that has to be chosen before it is done. In a text the browser's own selection marks and a click
 * selects, and along a time a drag marks and a click selects: there is nothing to choose between.
 */
const selecting: Partial<Readonly<Record<Space, readonly string[]>>> = {
  stage2d: ['select:stage2d', 'hand'],
  scene3d: ['select:scene3d', 'turn'],
};

/** The tools that the config asks for, and which one is in the hand. Observable. */
export class Toolbox {
  readonly #state: EditorState;
  readonly #settings = observable.map<string, number>();

  constructor(state: EditorState) {
    makeObservable(this, {
      bySpace: computed,
      actions: computed,
      pick: action,
      set: action,
    });
    this.#state = state;
  }

  /** By space: those that select first, then those of the controls in config order. */
  get bySpace(): ReadonlyMap<Space, readonly Tool[]> {
    const { config, registry } = this.#state;
    const names = new Map<Space, Set<string>>();
    for (const node of config.nodes) {
      const object = objectOf(node);
      const own = object?.space;
      if (!own || node.name === undefined) continue;
      const selects = node.attributes.selectionControl !== false;
      const first = selects ? (selecting[own] ?? []) : [];
      const of = (space: Space) => {
        const here = names.get(space) ?? new Set(space === own ? first : []);
        names.set(space, here);
        return here;
      };
      of(own);
      for (const { tag } of controlsOf(config, node.name)) {
        const tools = tag.draws?.tools ?? (tag.speaksOf === 'region' ? object.draws?.tools : undefined) ?? [];
        for (const name of tools) of(registry.tool(name)?.space ?? own).add(name);
      }
    }
    return new Map([...names].map(([space, list]) => [space, [...list].flatMap((name) => registry.tool(name) ?? [])]));
  }

  /** One action per tool, `tool:<name>`. */
  get actions(): readonly Action[] {
    return [...this.bySpace.values()].flat().flatMap((tool) => [
      {
        name: `tool:${tool.name}`,
        title: tool.title,
        group: 'Tools',
        ...(tool.hotkey !== undefined && { keys: tool.hotkey }),
        ...(tool.icon !== undefined && { icon: tool.icon }),
        active: () => this.active(tool.space) === tool,
        run: () => this.pick(tool),
      },
      ...(tool.settings ?? []).flatMap((setting) => this.settingActions(tool, setting)),
    ]);
  }

  /** One action for less and one for more. */
  private settingActions(tool: Tool, setting: ToolSetting): readonly Action[] {
    const { keys, title, name, step } = setting;
    if (!keys) return [];
    const change = (word: string, place: 0 | 1, by: number): Action => ({
      name: `tool:${tool.name}:${name}-${word}`,
      title: `${tool.title} ${title.toLowerCase()}: ${word}`,
      group: 'Tools',
      keys: keys[place],
      enabled: () => this.active(tool.space) === tool,
      run: () => this.set(tool, setting, this.settingsOf(tool)[name] ?? 0, by),
    });
    return [change('less', 0, -step), change('more', 1, step)];
  }

  /** What the settings of a tool are, by name: what the user set, else what the config gives. Observable. */
  settingsOf(tool: Tool): Readonly<Record<string, number>> {
    return Object.fromEntries((tool.settings ?? []).map((setting) => [setting.name, this.value(tool, setting)]));
  }

  private value(tool: Tool, { name, initial, attribute, least, most }: ToolSetting): number {
    const set = this.#settings.get(`${tool.name}:${name}`);
    if (set !== undefined) return set;
    const given = this.#state.config.nodes
      .filter((node) => node.module?.kind === 'control' && node.module.draws?.tools.includes(tool.name))
      .map((node) => (attribute === undefined ? undefined : node.attributes[attribute]))
      .find((value) => typeof value === 'number');
    return Math.max(least, Math.min(most, typeof given === 'number' ? given : initial));
  }

  /** Gives a setting of a tool a value, within its bounds. */
  set(tool: Tool, { name, least, most }: ToolSetting, value: number, by = 0): void {
    this.#settings.set(`${tool.name}:${name}`, Math.max(least, Math.min(most, value + by)));
  }

  tools(space: Space): readonly Tool[] {
    return this.bySpace.get(space) ?? [];
  }

  /** The tool in the hand: what the user picked, else the first that draws. */
  active(space: Space): Tool | undefined {
    const tools = this.tools(space);
    return (
      tools.find(({ name }) => name === this.#state.layout.tools[space]) ??
      tools.find(({ shape }) => shape !== undefined) ??
      tools[0] ??
      // A time line whose tracks can be moved, but on which nothing is drawn.
      (space === 'time' ? this.selecting(space) : undefined)
    );
  }

  selecting(space: Space): Tool | undefined {
    return this.#state.registry.tool(`select:${space}`);
  }

  pick(tool: Tool): void {
    const { layout } = this.#state;
    layout.tools = { ...layout.tools, [tool.space]: tool.name };
  }

  /** Takes up a tool that this control draws with, unless one for its shape is in the hand already. */
  pickFor({ tag, node }: Control): void {
    for (const name of node.toNames) {
      const object = objectOf(this.#state.config.byName.get(name));
      const names = tag.draws?.tools ?? object?.draws?.tools ?? this.drawing(object?.space).map((tool) => tool.name);
      const [first] = names;
      const tool = first === undefined ? undefined : this.#state.registry.tool(first);
      const inHand = tool && this.active(tool.space);
      if (!tool || names.includes(inHand?.name ?? '')) continue;
      if (inHand?.shape === undefined || inHand.shape !== tool.shape) this.pick(tool);
    }
  }

  private drawing(space: Space | undefined): readonly Tool[] {
    return space === undefined ? [] : this.tools(space).filter(({ shape }) => shape !== undefined);
  }
}
