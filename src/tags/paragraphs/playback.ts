import type { Clock } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { untracked } from '../../reactive/index.js';
import type { OwnSound } from './own-sound.js';
import type { PhraseList } from './phrase-list.js';
import { saidAt, stretchOf } from './phrase-times.js';
import type { Phrase } from './read-phrases.js';

/** Nearer to the end of a phrase than this, in seconds, it is played from its start again. */
const AT_END = 0.05;

interface Played {
  readonly phrases: readonly Phrase[];
  readonly list: PhraseList;
  readonly clock: Clock;
  /** None: others of the `sync` group play. */
  readonly sound: OwnSound | undefined;
  /** The sound of our own, for a `sync` group in which nobody else plays. */
  ownSound(): OwnSound | undefined;
}

/** Plays phrases, and marks those that are being said. */
export class Playback {
  readonly #context: TagContext;
  readonly #played: Played;
  #said: readonly number[] = [];
  #tells = false;
  /** The phrase that was stopped in the middle. */
  #stopped = -1;

  constructor(context: TagContext, played: Played) {
    this.#context = context;
    this.#played = played;
    const { clock } = played;
    context.scope.react(() => {
      const { time, playing } = clock;
      untracked(() => this.#tell(playing || time > 0 ? saidAt(played.phrases, time) : [], playing));
    });
  }

  /** Plays a phrase from its start to its end, or from where it was stopped; stops the one that is playing. */
  async toggle(index: number): Promise<void> {
    const { clock, phrases } = this.#played;
    const phrase = phrases[index];
    if (!phrase || !(await this.#isReady())) return;
    const stretch = stretchOf(phrase, clock.duration);
    if (!stretch) return;
    if (clock.playing && this.#said.includes(index)) {
      clock.pause();
      this.#stopped = index;
      return;
    }
    const goesOn = this.#stopped === index && clock.time > stretch.start && clock.time < stretch.end - AT_END;
    this.#stopped = -1;
    clock.play(goesOn ? { start: clock.time, end: stretch.end } : stretch);
  }

  async seek(index: number): Promise<void> {
    const { clock, phrases } = this.#played;
    const start = phrases[index]?.start;
    if (start !== undefined && (await this.#isReady())) clock.seek(start);
  }

  /** The first of the phrases that are being said; -1 where none is. */
  get now(): number {
    return this.#said[0] ?? -1;
  }

  async #isReady(): Promise<boolean> {
    const { clock, sound, ownSound } = this.#played;
    if (!sound && clock.duration > 0) return true;
    const own = sound ?? ownSound();
    if (own) return own.load();
    this.#context.notify('There is nothing to play yet: the sound or film that goes with the phrases is not loaded.');
    return false;
  }

  #tell(said: readonly number[], playing: boolean): void {
    const { list } = this.#played;
    // The clock ticks with every frame.
    if (playing === this.#tells && said.join() === this.#said.join()) return;
    this.#tells = playing;
    for (const index of this.#said) if (!said.includes(index)) list.tell(index, 'silent');
    for (const index of said) list.tell(index, playing ? 'playing' : 'said');
    this.#said = said;
  }
}
