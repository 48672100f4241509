import type { Space } from '../../contract/shape.js';
import type { KeyPointer, Scene3D, Stage2D, Surfaces, TimeAxis } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Region } from '../../model/document.js';
import type { Problem } from '../../model/problem.js';
import { reaction } from '../../reactive/index.js';
import type { Action } from '../actions/actions.js';
import type { Assist } from '../assist/assist.js';
import type { Playing } from '../playing/playing.js';
import { controlsOf, objectOf } from '../regions/controls.js';
import type { Faces } from '../regions/faces.js';
import type { Usages } from '../regions/usages.js';
import type { EditorState } from '../state.js';
import type { DrawingParts } from './board.js';
import type { Stage } from './stage.js';
import type { Toolbox } from './toolbox.js';

/** Loads a kind of surface the first time a config shows it. */
const makers: { readonly [S in Space]: () => Promise<(...given: never[]) => Promise<Surfaces[S]>> } = {
  stage2d: () => import('../../surfaces/stage2d/stage2d.js').then(({ createStage2D }) => createStage2D),
  flow: () => import('../../surfaces/flow/text-flow.js').then(({ createTextFlow }) => createTextFlow),
  time: () => import('../../surfaces/time/time-axis.js').then(({ createTimeAxis }) => createTimeAxis),
  scene3d: () => import('../../surfaces/scene3d/scene3d.js').then(({ createScene3D }) => createScene3D),
};

const loadStage = () => import('./stage.js');

/** What keys do on surfaces of a kind. */
const loadKeys: Partial<
  Readonly<Record<Space, (state: EditorState, stages: Stages, playing: Playing) => Promise<readonly Action[]>>>
> = {
  stage2d: async (state, stages) => (await loadStage()).pictureKeys(state, stages),
  scene3d: async (state, stages) => (await import('./scene-actions.js')).sceneActions(state, stages),
  time: async (...given) => (await import('./time-actions.js')).timeActions(...given),
};

/** The surfaces on show, each with its regions and tools. An object tag may have one of each kind. */
export class Stages {
  readonly #state: EditorState;
  readonly #parts: DrawingParts;
  readonly #playing: Playing;
  /** By object tag; of each the one for its own space comes first. */
  readonly #stages = new Map<string, Stage[]>();
  /** The spaces that have been on show, so that what keys do there is known. */
  readonly #keyed = new Set<Space>();

  constructor(
    state: EditorState,
    toolbox: Toolbox,
    faces: Faces,
    usages: Usages,
    { assist, playing }: { readonly assist: Assist; readonly playing: Playing },
  ) {
    this.#state = state;
    this.#parts = { toolbox, faces, usages, assist };
    this.#playing = playing;
  }

  /** Fetches the code of a kind of surface. */
  async prefetch(space: Space): Promise<void> {
    await Promise.all([makers[space](), loadStage()]);
  }

  async open<S extends Space>(space: S, host: HTMLElement, objectName: string, scope: Scope): Promise<Surfaces[S]> {
    const [made, { createStage }] = await Promise.all([makers[space](), loadStage()]);
    const create = made as unknown as (host: HTMLElement, scope: Scope, options: object) => Promise<Surfaces[S]>;
    const clock = space === 'time' ? await this.#playing.clockOf(objectName) : undefined;
    if (scope.signal.aborted) throw new DOMException('The tag was removed.', 'AbortError');
    const surface = await create(host, scope, {
      renderer: this.#state.renderer,
      clock,
      report: (problem: Problem) => scope.add(this.#state.report(problem)),
    });
    if (space === 'stage2d') this.#smooth(surface as Stage2D, objectName, scope);
    if (space === 'scene3d') {
      const { clouds } = this.#state;
      clouds.set(objectName, () => (surface as Scene3D).cloud());
      scope.add(() => clouds.delete(objectName));
    }
    if (!this.#keyed.has(space)) {
      this.#keyed.add(space);
      void loadKeys[space]?.(this.#state, this, this.#playing).then((actions) => this.#state.actions.add(actions));
    }
    const stage = createStage(this.#state, this.#parts, objectName, surface, scope);
    const own = objectOf(this.#state.config.byName.get(objectName))?.space === space;
    const others = this.#stages.get(objectName) ?? [];
    this.#stages.set(objectName, own ? [stage, ...others] : [...others, stage]);
    scope.add(() => {
      const left = this.#stages.get(objectName)?.filter((other) => other !== stage) ?? [];
      if (left.length > 0) this.#stages.set(objectName, left);
      else this.#stages.delete(objectName);
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

  /** The surface of an object that has a place for such a point: seconds, frames or characters, a point of a picture or of space. */
  get(objectName: string, point?: number | readonly number[]): Surfaces[Space] | undefined {
    const stages = this.#stages.get(objectName) ?? [];
    const spaces: readonly Space[] =
      typeof point === 'number' ? ['time', 'flow'] : point?.length === 3 ? ['scene3d'] : ['stage2d'];
    const fitting = stages.find(({ surface }) => spaces.includes(surface.space));
    return (point === undefined ? stages[0] : fitting)?.surface;
  }

  /** The surface that an element is part of. */
  around(element: Element): Surfaces[Space] | undefined {
    return this.#all.find(({ surface }) => surface.host.contains(element))?.surface;
  }

  /** 2 while the pointer is over one of an object's surfaces, 1 while one of them has the focus, else 0. */
  nearness(objectName: string): number {
    const hosts = this.#stages.get(objectName)?.map(({ surface }) => surface.host) ?? [];
    if (hosts.some((host) => host.matches(':hover'))) return 2;
    return hosts.some((host) => host.matches(':focus-within')) ? 1 : 0;
  }

  /** Draws all that is due, so that what is asked of a surface next is up to date. */
  flush(): void {
    for (const { presenter } of this.#all) presenter.flush();
  }

  /** Drops the gestures under way; whether there were any. */
  cancel(): boolean {
    return this.#all.map(({ runner }) => runner.cancel()).includes(true);
  }

  /** Ends what is being drawn: completes what is drawn in several steps, drops all else. Whether there was anything. */
  leave(): boolean {
    return this.#all.map(({ runner }) => runner.leave()).includes(true);
  }

  /** Takes back the last point of what is being drawn; whether something is. */
  back(): boolean {
    return this.#all.map(({ runner }) => runner.back()).includes(true);
  }

  /** Whether there are gestures under way, or changes by keys that are not a step yet. */
  get busy(): boolean {
    return this.#all.some(({ runner }) => runner.busy);
  }

  /** Whether the keyboard draws on a surface of this kind now: it has the focus. */
  focused(space: Space): boolean {
    return this.#focused(space) !== undefined;
  }

  /** Of the picture with the focus. Its states are observable, which picture it is is not. */
  get keyPointer(): KeyPointer | undefined {
    return (this.#focused('stage2d')?.surface as Stage2D | undefined)?.keyPointer;
  }

  /** Whether arrow keys have something to move on a surface of this kind. */
  movable(space: Space): boolean {
    return this.#arrowed(space) !== undefined;
  }

  /** A key for the selected regions, of the surface with the focus before others; or Enter, to draw on that one. */
  key(space: Space, key: string, how: { readonly shift?: boolean; readonly ctrl?: boolean } = {}): void {
    const stage = key === 'enter' ? this.#focused(space) : this.#arrowed(space);
    if (stage) stage.runner.key({ kind: 'key', key, at: middleOf(stage.surface), ...how });
  }

  /** Pans the picture with the focus by a share of its size. */
  pan([across, down]: readonly [number, number]): void {
    const surface = this.#focused('stage2d')?.surface as Stage2D | undefined;
    if (!surface) return;
    const { view, host } = surface;
    surface.look({ x: view.x - across * host.clientWidth, y: view.y - down * host.clientHeight });
  }

  get #all(): readonly Stage[] {
    return [...this.#stages.values()].flat();
  }

  #of(space: Space): readonly Stage[] {
    return this.#all.filter(({ surface }) => surface.space === space);
  }

  #focused(space: Space): Stage | undefined {
    return this.#of(space).find(({ surface }) => surface.host.matches(':focus-within'));
  }

  #arrowed(space: Space): Stage | undefined {
    const movable = this.#of(space).filter(({ board }) => board.movable.length > 0);
    return movable.find((stage) => stage === this.#focused(space)) ?? movable[0];
  }

  reveal(regionId: string): void {
    const { doc, facts } = this.#state;
    const region = doc.regions.get(regionId);
    if (!region) return;
    if (region.itemIndex !== undefined) facts.show(region.toName, region.itemIndex);
    this.#showFrameOf(region);
    this.flush();
    for (const { surface } of this.#stages.get(region.toName) ?? []) {
      surface.host.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      surface.reveal(regionId);
    }
  }

  /** Goes to where a track begins that is not shown in the frame on show. */
  #showFrameOf({ toName, shape, geometry }: Region): void {
    const { registry, facts } = this.#state;
    const { frames } = facts.of(toName);
    const now = facts.frame(toName);
    const lives = frames === undefined ? undefined : registry.shape(shape)?.track?.lifespans(geometry, frames);
    const [first] = lives ?? [];
    if (!first || lives?.some(([from, to]) => now !== undefined && now >= from && now <= to)) return;
    facts.showFrame(toName, first[0]);
  }

  /** Of a region, or of what is suggested to become one; along the time only where it is not seen in the medium. */
  bounds(regionId: string): DOMRectReadOnly | undefined {
    const region = this.#state.doc.regions.get(regionId) ?? this.#parts.assist.region(regionId);
    this.flush();
    if (!region) return undefined;
    for (const { surface } of this.#stages.get(region.toName) ?? []) {
      const bounds = surface.bounds(regionId);
      if (bounds) return bounds;
    }
    return undefined;
  }
}

/** The middle of what is in view, in the surface's own points; for a picture of the part of it that is in view. */
function middleOf(surface: Surfaces[Space]): unknown {
  if (surface.space === 'time') {
    const { start, end } = (surface as TimeAxis).view;
    return (start + end) / 2;
  }
  if (surface.space === 'scene3d') return (surface as Scene3D).view.target;
  const stage = surface as Stage2D;
  const { left, top, right, bottom } = stage.host.getBoundingClientRect();
  const corners = [stage.toMedia(new DOMPointReadOnly(left, top)), stage.toMedia(new DOMPointReadOnly(right, bottom))];
  const [x, y] = [0, 1].map((axis) => {
    const seen = corners.map((corner) => Math.max(0, Math.min(100, corner[axis as 0] ?? 0)));
    return ((seen[0] ?? 0) + (seen[1] ?? 0)) / 2;
  });
  return [x ?? 50, y ?? 50];
}
