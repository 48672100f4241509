import { reaction } from 'mobx';
import type { Space } from '../../contract/shape.js';
import type { KeyPointer, Stage2D, Surfaces } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Problem } from '../../model/problem.js';
import type { Assist } from '../assist/assist.js';
import { controlsOf } from '../regions/controls.js';
import type { Faces } from '../regions/faces.js';
import type { Usages } from '../regions/usages.js';
import type { EditorState } from '../state.js';
import type { DrawingParts } from './board.js';
import type { Stage } from './stage.js';
import type { Toolbox } from './toolbox.js';

/** Loads a kind of surface the first time a config shows it. */
const makers = {
  stage2d: () => import('../../surfaces/stage2d/stage2d.js').then(({ createStage2D }) => createStage2D),
  flow: () => import('../../surfaces/flow/text-flow.js').then(({ createTextFlow }) => createTextFlow),
};

const loadStage = () => import('./stage.js');

/** The surfaces on show, by the name of their object tag, each with its regions and tools. */
export class Stages {
  readonly #state: EditorState;
  readonly #parts: DrawingParts;
  readonly #stages = new Map<string, Stage>();
  /** Whether there has been a picture, and what keys do on one. */
  #keyed = false;

  constructor(state: EditorState, toolbox: Toolbox, faces: Faces, usages: Usages, assist: Assist) {
    this.#state = state;
    this.#parts = { toolbox, faces, usages, assist };
  }

  /** Fetches the code of a kind of surface. */
  async prefetch(space: Space): Promise<void> {
    await Promise.all([(makers as Partial<Record<Space, () => Promise<unknown>>>)[space]?.(), loadStage()]);
  }

  async open<S extends Space>(space: S, host: HTMLElement, objectName: string, scope: Scope): Promise<Surfaces[S]> {
    const make = (makers as Partial<Record<Space, () => Promise<unknown>>>)[space];
    if (!make) throw new Error(`There is no surface for "${space}".`);
    const [created, { createStage, keyActions }] = await Promise.all([make(), loadStage()]);
    const create = created as (host: HTMLElement, scope: Scope, options: object) => Promise<Surfaces[S]>;
    if (scope.signal.aborted) throw new DOMException('The tag was removed.', 'AbortError');
    const surface = await create(host, scope, {
      renderer: this.#state.renderer,
      report: (problem: Problem) => scope.add(this.#state.report(problem)),
    });
    if (space === 'stage2d') {
      this.#smooth(surface as Stage2D, objectName, scope);
      if (!this.#keyed) this.#state.actions.add(keyActions(this.#state, this));
      this.#keyed = true;
    }
    const stage = createStage(this.#state, this.#parts, objectName, surface, scope);
    this.#stages.set(objectName, stage);
    scope.add(() => {
      if (this.#stages.get(objectName) === stage) this.#stages.delete(objectName);
    });
    scope.add(() => surface.dispose());
    return surface;
  }

  /** What is drawn by whole pixels wants to see them; else it is the user who decides, where the config does not. */
  #smooth(stage: Stage2D, objectName: string, scope: Scope): void {
    const { config, settings } = this.#state;
    if (config.byName.get(objectName)?.attributes.smoothing !== undefined) return;
    const crisp = controlsOf(config, objectName).some(({ tag }) => tag.draws?.crisp);
    const smoothed = () => settings.smoothing && !crisp;
    scope.add(reaction(smoothed, (smoothing) => stage.configure({ smoothing }), { fireImmediately: true }));
  }

  get(objectName: string): Surfaces[Space] | undefined {
    return this.#stages.get(objectName)?.surface;
  }

  /** The surface that an element is part of. */
  around(element: Element): Surfaces[Space] | undefined {
    return [...this.#stages.values()].find(({ surface }) => surface.host.contains(element))?.surface;
  }

  /** 2 while the pointer is over an object's surface, 1 while that has the focus, else 0. */
  nearness(objectName: string): number {
    const host = this.#stages.get(objectName)?.surface.host;
    return host?.matches(':hover') ? 2 : host?.matches(':focus-within') ? 1 : 0;
  }

  /** Draws all that is due, so that what is asked of a surface next is up to date. */
  flush(): void {
    for (const { presenter } of this.#stages.values()) presenter.flush();
  }

  /** Drops the gestures under way; whether there were any. */
  cancel(): boolean {
    return [...this.#stages.values()].map(({ runner }) => runner.cancel()).includes(true);
  }

  /** Ends what is being drawn: completes what is drawn in several steps, drops all else. Whether there was anything. */
  leave(): boolean {
    return [...this.#stages.values()].map(({ runner }) => runner.leave()).includes(true);
  }

  /** Takes back the last point of what is being drawn; whether something is. */
  back(): boolean {
    return [...this.#stages.values()].map(({ runner }) => runner.back()).includes(true);
  }

  /** Whether there are gestures under way, or changes by keys that are not a step yet. */
  get busy(): boolean {
    return [...this.#stages.values()].some(({ runner }) => runner.busy);
  }

  /** Whether the keyboard draws on a surface now: it has the focus. */
  get focused(): boolean {
    return this.#focused !== undefined;
  }

  /** Of the surface with the focus. Its states are observable, which surface it is is not. */
  get keyPointer(): KeyPointer | undefined {
    return (this.#focused?.surface as Stage2D | undefined)?.keyPointer;
  }

  /** Whether arrow keys have something to move. */
  get movable(): boolean {
    return this.#arrowed !== undefined;
  }

  /** An arrow key for the selected regions, of the surface with the focus before others; or Enter, to draw on that one. */
  key(key: string, how: { readonly shift?: boolean; readonly ctrl?: boolean } = {}): void {
    const stage = key === 'enter' ? this.#focused : this.#arrowed;
    if (stage) stage.runner.key({ kind: 'key', key, at: middleOf(stage.surface as Stage2D), ...how });
  }

  /** Pans the surface with the focus by a share of its size. */
  pan([across, down]: readonly [number, number]): void {
    const surface = this.#focused?.surface as Stage2D | undefined;
    if (!surface) return;
    const { view, host } = surface;
    surface.look({ x: view.x - across * host.clientWidth, y: view.y - down * host.clientHeight });
  }

  get #pictures(): readonly Stage[] {
    return [...this.#stages.values()].filter(({ surface }) => surface.space === 'stage2d');
  }

  get #focused(): Stage | undefined {
    return this.#pictures.find(({ surface }) => surface.host.matches(':focus-within'));
  }

  get #arrowed(): Stage | undefined {
    const movable = this.#pictures.filter(({ board }) => board.movable.length > 0);
    return movable.find((stage) => stage === this.#focused) ?? movable[0];
  }

  reveal(regionId: string): void {
    const { doc, facts } = this.#state;
    const region = doc.regions.get(regionId);
    if (!region) return;
    if (region.itemIndex !== undefined) facts.show(region.toName, region.itemIndex);
    this.flush();
    const surface = this.#stages.get(region.toName)?.surface;
    surface?.host.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    surface?.reveal(regionId);
  }

  /** Of a region, or of what is suggested to become one. */
  bounds(regionId: string): DOMRectReadOnly | undefined {
    const region = this.#state.doc.regions.get(regionId) ?? this.#parts.assist.region(regionId);
    this.flush();
    return region && this.#stages.get(region.toName)?.surface.bounds(regionId);
  }
}

/** The middle of the part of the picture that is in view, in percent. */
function middleOf(surface: Stage2D): readonly [number, number] {
  const { left, top, right, bottom } = surface.host.getBoundingClientRect();
  const corners = [
    surface.toMedia(new DOMPointReadOnly(left, top)),
    surface.toMedia(new DOMPointReadOnly(right, bottom)),
  ];
  const [x, y] = [0, 1].map((axis) => {
    const seen = corners.map((corner) => Math.max(0, Math.min(100, corner[axis as 0] ?? 0)));
    return ((seen[0] ?? 0) + (seen[1] ?? 0)) / 2;
  });
  return [x ?? 50, y ?? 50];
}
