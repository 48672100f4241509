import { html, render } from 'lit';
import type { Clock, Stage2D, TimeAxis } from '../../contract/surface.js';
import type { Scope, TagContext, View } from '../../contract/view.js';
import type { Film } from '../../media/video/film.js';
import { FilmPicture } from '../../media/video/film-picture.js';
import { FilmPlayer } from '../../media/video/film-player.js';
import type { FrameTable } from '../../media/video/frame-table.js';
import { openFilm } from '../../media/video/open-film.js';
import { error, type Problem } from '../../model/problem.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { flag, number } from '../parts/attributes.js';
import { barStyles } from '../parts/bar.js';
import { type Frames, frameControlsStyles } from '../parts/frame-controls.js';
import { type MediaState, mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { type Loudness, loudness, transportStyles } from '../parts/transport.js';
import { axisOf, frameGrid, rateOf } from './frame-grid.js';
import { bindVideoControls } from './video-controls.js';

/** A film whose every frame can be drawn on, over a time line of its tracks. */
export const videoView: View = {
  styles: `
${mediaStateStyles}
${barStyles}
${transportStyles}
${frameControlsStyles}
.le-video { display: flex; flex-direction: column; flex: 1 0 auto; min-width: 0; }
.le-video-stage {
  position: relative; flex: 1 1 0; min-height: min(max(220px, 46cqh), var(--le-video-height, 100cqh)); max-height: var(--le-video-height); overflow: hidden;
  background: var(--le-surface-2); border-radius: var(--le-radius);
}
.le-video-surface { position: absolute; inset: 0; }
.le-video-stage:has([part="surface"]:focus-visible)::after {
  content: ""; position: absolute; inset: 0; pointer-events: none; border-radius: inherit; outline: 2px solid var(--le-accent); outline-offset: -2px;
}
.le-video-note { position: absolute; inset: 0; display: grid; pointer-events: none; }
.le-video-note > * { pointer-events: auto; }
.le-video-note:empty { display: none; }
.le-video-line { min-height: var(--le-video-line, 64px); }
.le-video-doubt { color: var(--le-danger); white-space: nowrap; cursor: help; }
`,
  async mount(host, context) {
    await new VideoBench(host, context).start();
  },
};

/** A film that is open: its frames as results count them, and what plays it. */
interface Shown {
  readonly film: Film;
  readonly grid: FrameTable;
  readonly player: FilmPlayer;
}

class VideoBench {
  readonly #context: TagContext;
  readonly #stagePlace: HTMLElement;
  readonly #surface: HTMLElement;
  readonly #note: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #line: HTMLElement;
  readonly #state = observable.box<MediaState>({ is: 'loading', loaded: 0 });
  readonly #shown = observable.box<Shown | undefined>(undefined);
  readonly #doubt = observable.box<string | undefined>(undefined);
  readonly #loudness: Loudness;
  #forget = () => {};
  #stop = () => {};

  constructor(host: HTMLElement, context: TagContext) {
    this.#context = context;
    host.classList.add('le-fill', 'le-video');
    const make = (className: string, parent: HTMLElement) => {
      const element = document.createElement('div');
      element.className = className;
      parent.append(element);
      return element;
    };
    this.#stagePlace = make('le-video-stage', host);
    this.#surface = make('le-video-surface', this.#stagePlace);
    this.#note = make('le-video-note', this.#stagePlace);
    this.#bar = make('le-video-bar', host);
    this.#line = make('le-video-line', host);
    const { attributes } = context.node;
    this.#line.style.setProperty('--le-video-line', `${number(attributes, 'timelineHeight') ?? 64}px`);
    this.#loudness = loudness({ volume: 1, muted: flag(attributes, 'muted') ?? false });
  }

  async start(): Promise<void> {
    const { scope, node } = this.#context;
    const [clock, stage, axis] = await Promise.all([
      this.#context.clock(),
      this.#context.surface('stage2d', this.#surface),
      this.#context.surface('time', this.#line),
    ]);
    if (scope.signal.aborted) return;
    stage.configure({ label: `Film ${node.name ?? ''}`.trim() });
    axis.configure({
      label: `Time line of ${node.name ?? 'the film'}`,
      unit: 'frames',
      rows: 'each',
      waveHeight: 0,
      overview: false,
      follow: true,
    });
    this.#setSpeed(clock);
    const controls = bindVideoControls(this.#context, {
      clock,
      stage,
      axis,
      frames: this.#frames(clock),
      sound: this.#loudness,
      sounds: () => this.#shown.get()?.film.hasSound === true,
      doubt: () => this.#doubt.get(),
    });
    scope.react(() => render(controls(), this.#bar));
    scope.react(() => {
      const empty = html`<div class="le-media-note">There is no film in this task.</div>`;
      const retry = () => void this.#open(stage, axis, clock);
      render(this.#url === '' ? empty : mediaNote(this.#state.get(), 'film', retry), this.#note);
    });
    this.#follow(clock);
    this.#fit();
    scope.add(() => this.#stop());
    await this.#open(stage, axis, clock);
  }

  get #url(): string {
    const { data } = this.#context;
    return typeof data === 'string' ? data.trim() : '';
  }

  #setSpeed(clock: Clock): void {
    const { attributes } = this.#context.node;
    const speed = number(attributes, 'defaultPlaybackSpeed') ?? 1;
    // As the peer has it: the least speed bounds the one at first.
    const least = number(attributes, 'minPlaybackSpeed') ?? 0.25;
    clock.setRate(Math.max(0.1, Math.min(16, Math.max(speed, Math.min(least, 16)))));
  }

  #frames(clock: Clock): Frames {
    const context = this.#context;
    const shown = this.#shown;
    return {
      get frame() {
        return context.frame ?? 1;
      },
      get count() {
        return shown.get()?.grid.count ?? 1;
      },
      go: (frame) => {
        const grid = shown.get()?.grid;
        if (!grid) return;
        clock.pause();
        clock.seek(grid.timeOf(frame));
      },
    };
  }

  /** The number follows the picture; and the picture the number, where the editor sets that. */
  #follow(clock: Clock): void {
    const { scope } = this.#context;
    scope.react(() => {
      const { time } = clock;
      if (this.#shown.get()) untracked(() => this.#tell(time));
    });
    scope.react(() => {
      const { frame } = this.#context;
      const grid = this.#shown.get()?.grid;
      if (!grid || frame === undefined) return;
      untracked(() => {
        if (clock.playing || frame === grid.frameAt(clock.time)) return;
        clock.seek(grid.timeOf(frame));
      });
    });
  }

  /** @param time the clock's: while it plays, the picture on show says more exactly which frame it is */
  #tell(time: number): void {
    const { film, grid, player } = this.#shown.get() ?? {};
    if (!film || !grid || !player) return;
    const frame = grid.frameAt(player.playing ? film.frames.timeOf(player.frame) : time);
    if (frame !== this.#context.frame) this.#context.setFrame(frame);
  }

  async #open(stage: Stage2D, axis: TimeAxis, clock: Clock): Promise<void> {
    this.#stop();
    this.#forget();
    const url = this.#url;
    const { node } = this.#context;
    if (url === '') {
      const message = "The Video needs the URL of a film as text. Check its value and the task's data.";
      this.#forget = this.#context.report(error('task/wrong-data', message, node.at));
      return;
    }
    const scope = this.#context.scope.child();
    this.#stop = () => {
      scope.dispose();
      runInAction(() => this.#shown.set(undefined));
      stage.show(undefined);
    };
    runInAction(() => this.#state.set({ is: 'loading', loaded: 0 }));
    const rate = rateOf(node.attributes.frameRate);
    const outcome = await openFilm(url, {
      signal: scope.signal,
      ...(rate !== undefined && { frameRate: rate }),
      onProgress: (loaded: number, total?: number) => {
        if (this.#state.get().is !== 'loading') return;
        runInAction(() => this.#state.set({ is: 'loading', loaded, ...(total !== undefined && { total }) }));
      },
    }).catch((reason: unknown) => {
      if (scope.signal.aborted) return undefined;
      throw reason;
    });
    if (!outcome || scope.signal.aborted) return;
    const film = outcome.value;
    const problems = (outcome.problems ?? []).map((problem) => ({ ...problem, at: node.at }));
    if (!film) return this.#fail(problems[0], url);
    for (const problem of problems) scope.add(this.#context.report(problem));
    runInAction(() =>
      this.#doubt.set(film.exact ? undefined : (problems[0]?.message ?? 'Frame numbers may be wrong.')),
    );
    await this.#show(film, { stage, axis, clock, scope });
  }

  #fail(problem: Problem | undefined, url: string): void {
    if (!problem) return;
    this.#forget = this.#context.report(problem);
    runInAction(() => this.#state.set({ is: 'failed', problem, url }));
  }

  async #show(
    film: Film,
    { stage, axis, clock, scope }: { stage: Stage2D; axis: TimeAxis; clock: Clock; scope: Scope },
  ): Promise<void> {
    const grid = frameGrid(film.frames, this.#context.node.attributes.frameRate);
    const picture = new FilmPicture(film);
    scope.add(() => film.dispose());
    const player = new FilmPlayer(film, picture, scope, {
      onFrame: () => {
        stage.show(picture);
        untracked(() => this.#tell(clock.time));
      },
      onProblem: (problem) => scope.add(this.#context.report({ ...problem, at: this.#context.node.at })),
    });
    scope.react(() => {
      player.volume = this.#loudness.volume;
      player.muted = this.#loudness.muted;
    });
    this.#context.setFacts({
      width: film.width,
      height: film.height,
      duration: film.frames.duration,
      frameRate: grid.frameRate,
      frames: grid.count,
    });
    axis.configure({ fromClock: (seconds) => axisOf(grid, seconds), toClock: (at) => grid.timeOf(Math.floor(at)) });
    axis.show(grid.count);
    runInAction(() => this.#shown.set({ film, grid, player }));
    scope.add(clock.attach(player));
    const problem = await picture.show(film.frames.frameAt(clock.time), scope.signal).catch(() => undefined);
    if (scope.signal.aborted) return;
    if (problem) scope.add(this.#context.report({ ...problem, at: this.#context.node.at }));
    stage.show(picture);
    stage.zoomTo('fit');
    this.#tell(clock.time);
    runInAction(() => this.#state.set({ is: 'shown' }));
  }

  /** No higher than the picture is when it fills the width, and than the config says. */
  #fit(): void {
    const { scope, node } = this.#context;
    const most = number(node.attributes, 'height') ?? 600;
    const width = observable.box(this.#stagePlace.clientWidth);
    scope.onResize(this.#stagePlace, () =>
      scope.frame(() => runInAction(() => width.set(this.#stagePlace.clientWidth))),
    );
    scope.react(() => {
      const film = this.#shown.get()?.film;
      const across = width.get();
      const height = film && across > 0 ? Math.min(most, (across * film.height) / film.width) : most;
      this.#stagePlace.style.setProperty('--le-video-height', `${Math.max(160, height)}px`);
    });
  }
}
