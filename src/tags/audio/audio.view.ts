import { html, render } from 'lit';
import type { TimeAxis } from '../../contract/surface.js';
import type { TagContext, View } from '../../contract/view.js';
import { openSound } from '../../media/audio/open-sound.js';
import type { Sound } from '../../media/audio/sound.js';
import { error, type Problem } from '../../model/problem.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { flag, number, text } from '../parts/attributes.js';
import { barStyles } from '../parts/bar.js';
import { type MediaState, mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { type Loudness, loudness, transportStyles } from '../parts/transport.js';
import { type AudioParts, bindAudioControls } from './audio-controls.js';
import { AudioPlayer, StillPlayer } from './audio-player.js';
import { ExactStretch } from './exact-stretch.js';
import { ObservedWave } from './observed-wave.js';

/** CSS pixels. */
const LEAST_WAVE = 32;

/** A sound with its wave, to mark stretches of time in. */
export const audioView: View = {
  styles: `
${mediaStateStyles}
${barStyles}
${transportStyles}
.le-audio { display: flex; flex-direction: column; min-width: 0; }
.le-audio-place { position: relative; min-height: 120px; }
.le-audio-axis[inert] { visibility: hidden; }
.le-audio-note { position: absolute; inset: 0; display: grid; background: var(--le-surface-2); border-radius: var(--le-radius); }
.le-audio-note:empty { display: none; }
.le-audio-reading { color: var(--le-muted); white-space: nowrap; }
`,
  async mount(host, context) {
    await new AudioBench(host, context).start();
  },
};

/** One sound on show. */
class AudioBench {
  readonly #context: TagContext;
  readonly #axisPlace: HTMLElement;
  readonly #note: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #state = observable.box<MediaState>({ is: 'loading', loaded: 0 });
  readonly #sound = observable.box<Sound | undefined>(undefined);
  /** Whether the wave is being read. */
  readonly #reading = observable.box(false);
  readonly #ready = observable.box(false);
  readonly #looping = observable.box(false);
  readonly #loudness: Loudness;
  #forget = () => {};
  #stop = () => {};

  constructor(host: HTMLElement, context: TagContext) {
    this.#context = context;
    host.classList.add('le-audio');
    const make = (className: string, parent: HTMLElement) => {
      const element = document.createElement('div');
      element.className = className;
      parent.append(element);
      return element;
    };
    this.#bar = make('le-audio-bar', host);
    const place = make('le-audio-place', host);
    this.#axisPlace = make('le-audio-axis', place);
    this.#note = make('le-audio-note', place);
    const { attributes } = context.node;
    this.#loudness = loudness({
      volume: Math.max(0, Math.min(1, number(attributes, 'defaultVolume') ?? 1)),
      muted: flag(attributes, 'muted') ?? false,
    });
  }

  async start(): Promise<void> {
    const { scope, node } = this.#context;
    const [clock, axis] = await Promise.all([this.#context.clock(), this.#context.surface('time', this.#axisPlace)]);
    if (scope.signal.aborted) return;
    this.#configure(axis);
    const speed = number(node.attributes, 'defaultSpeed');
    if (speed) clock.setRate(speed);
    const controls = bindAudioControls(this.#context, this.#parts(axis, clock));
    scope.react(() => render(controls(), this.#bar));
    scope.react(() => {
      const state = this.#state.get();
      this.#axisPlace.inert = state.is === 'failed';
      const empty = html`<div class="le-media-note">There is no sound in this task.</div>`;
      render(this.#url === '' ? empty : mediaNote(state, 'sound', () => void this.#open(axis)), this.#note);
    });
    scope.add(() => this.#stop());
    await this.#open(axis);
  }

  get #url(): string {
    const { data } = this.#context;
    return typeof data === 'string' ? data.trim() : '';
  }

  #parts(axis: TimeAxis, clock: AudioParts['clock']): AudioParts {
    const looping = this.#looping;
    return {
      clock,
      axis,
      sound: this.#loudness,
      ready: () => this.#ready.get(),
      looping: {
        get on() {
          return looping.get();
        },
        set: (on) => runInAction(() => looping.set(on)),
      },
      reading: () => {
        const sound = this.#sound.get();
        if (!this.#reading.get() || !sound) return undefined;
        const wave = this.#wave;
        const share = wave && wave.duration > 0 ? Math.min(1, wave.known / wave.duration) : undefined;
        return { share, cancel: () => this.#cancel() };
      },
    };
  }

  #wave: ObservedWave | undefined;
  #cancel = () => {};

  #configure(axis: TimeAxis): void {
    const { attributes } = this.#context.node;
    const colour = text(attributes, 'cursorColor');
    axis.configure({
      label: `Waveform of ${this.#context.node.name ?? 'the sound'}`,
      unit: 'seconds',
      rows: 'lanes',
      waveHeight: number(attributes, 'height') ?? 96,
      splitChannels: flag(attributes, 'splitChannels') ?? false,
      amplitude: number(attributes, 'defaultScale') ?? 1,
      overview: true,
      follow: (flag(attributes, 'autoCenter') ?? true) && (flag(attributes, 'scrollParent') ?? true),
      cursorWidth: number(attributes, 'cursorWidth') ?? 2,
      ...(colour !== undefined && { cursorColour: colour }),
    });
  }

  async #open(axis: TimeAxis): Promise<void> {
    this.#stop();
    this.#forget();
    const url = this.#url;
    const { node } = this.#context;
    if (url === '') {
      const message = "The Audio needs the URL of a sound as text. Check its value and the task's data.";
      this.#forget = this.#context.report(error('task/wrong-data', message, node.at));
      return;
    }
    const scope = this.#context.scope.child();
    this.#stop = () => scope.dispose();
    runInAction(() => this.#state.set({ is: 'loading', loaded: 0 }));
    const outcome = await openSound(url, {
      signal: scope.signal,
      onProgress: (loaded, total) => {
        if (this.#state.get().is !== 'loading') return;
        runInAction(() => this.#state.set({ is: 'loading', loaded, ...(total !== undefined && { total }) }));
      },
    }).catch((reason: unknown) => {
      if (scope.signal.aborted) return undefined;
      throw reason;
    });
    if (!outcome || scope.signal.aborted) return;
    const sound = outcome.value;
    if (!sound) return this.#fail(outcome.problems[0], url);
    this.#show(sound, axis, scope);
  }

  #fail(problem: Problem | undefined, url: string): void {
    if (!problem) return;
    const placed = { ...problem, at: this.#context.node.at };
    this.#forget = this.#context.report(placed);
    runInAction(() => this.#state.set({ is: 'failed', problem: placed, url }));
  }

  #show(sound: Sound, axis: TimeAxis, scope: TagContext['scope']): void {
    const wave = new ObservedWave(sound);
    this.#wave = wave;
    scope.add(wave.stop);
    scope.add(() => sound.dispose());
    const { attributes } = this.#context.node;
    const drawn = text(attributes, 'decoder')?.toLowerCase() !== 'none';
    const split = flag(attributes, 'splitChannels') ?? false;
    const [height, least] = [number(attributes, 'height') ?? 96, number(attributes, 'waveHeight') ?? LEAST_WAVE];
    axis.configure({ waveHeight: drawn ? Math.max(least, split ? height / sound.channels : height) : 0 });
    let first = true;
    scope.react(() => {
      const { duration } = wave;
      untracked(() => {
        axis.show(duration, drawn ? wave : undefined);
        this.#context.setFacts({ duration });
        const zoom = number(attributes, 'defaultZoom') ?? 1;
        if (first && zoom > 1) axis.zoomTo({ start: 0, end: duration / zoom });
        first = false;
      });
    });
    runInAction(() => {
      this.#sound.set(sound);
      this.#reading.set(true);
      this.#state.set({ is: 'shown' });
    });
    this.#cancel = () => {
      sound.dispose();
      runInAction(() => this.#reading.set(false));
    };
    void sound.done.then(({ problems }) => {
      if (scope.signal.aborted) return;
      runInAction(() => this.#reading.set(false));
      for (const problem of problems ?? []) scope.add(this.#context.report({ ...problem, at: this.#context.node.at }));
    });
    void this.#play(sound, wave, scope);
  }

  /** Until there is something that plays, one can point and seek. */
  async #play(sound: Sound, wave: ObservedWave, scope: TagContext['scope']): Promise<void> {
    const clock = await this.#context.clock();
    let detach = clock.attach(new StillPlayer(wave.duration));
    scope.add(() => detach());
    const address = await sound.playable();
    if (scope.signal.aborted) return;
    // Where the copy that plays in step could not be made, or was not waited for, the file itself does nearly so.
    const source = address.value ?? (sound.asItIs === 'unplayable' ? undefined : this.#url);
    if (source === undefined) {
      for (const problem of address.problems ?? [])
        scope.add(this.#context.report({ ...problem, at: this.#context.node.at }));
      return;
    }
    const element = new Audio();
    element.preload = 'auto';
    // Voices stay voices at any speed.
    element.preservesPitch = true;
    const known = new Promise<boolean>((done) => {
      element.onloadedmetadata = () => done(true);
      element.onerror = () => done(false);
    });
    element.src = source;
    scope.add(() => {
      element.pause();
      element.removeAttribute('src');
      element.load();
    });
    scope.react(() => {
      element.volume = this.#loudness.volume;
      element.muted = this.#loudness.muted;
    });
    const plays = await known;
    if (scope.signal.aborted) return;
    if (!plays) {
      const message = `The browser cannot play this sound (${sound.format}). Its wave can be marked all the same; convert it to MP3 or WAV to hear it.`;
      scope.add(this.#context.report(error('media/unreadable', message, this.#context.node.at)));
      return;
    }
    const exact = new ExactStretch(wave);
    scope.add(() => exact.dispose());
    const refused = (reason: unknown) =>
      this.#context.notify(
        reason instanceof DOMException && reason.name === 'NotAllowedError'
          ? 'The browser plays sound only after a click in the page. Press play again.'
          : `The sound cannot be played: ${reason instanceof Error ? reason.message : String(reason)}`,
      );
    detach();
    detach = clock.attach(new AudioPlayer(element, { duration: untracked(() => wave.duration), exact, refused }));
    runInAction(() => this.#ready.set(true));
    scope.add(() => runInAction(() => this.#ready.set(false)));
  }
}
