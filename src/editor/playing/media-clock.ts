import type { Clock, Dispose, Player, Stretch } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import { action, computed, makeObservable, observable, observableRef } from '../../reactive/index.js';

/** Seconds that a medium may be off before it is put right. */
const STRAYED = 0.08;
/** Nearer to the end than this, in seconds, is at the end. */
const AT_END = 0.002;

/**
 * The time of one medium, or of several that play together. The first that was attached leads while it plays; without
 * any there is still a time that can be set.
 */
export class MediaClock implements Clock {
  readonly #scope: Scope;
  readonly #players = observable.set<Player>();
  time = 0;
  playing = false;
  rate = 1;
  stretch: Stretch | undefined = undefined;
  #stop: Dispose = () => {};

  constructor(scope: Scope) {
    makeObservable<this, 'tick'>(this, {
      time: observableRef,
      playing: observableRef,
      rate: observableRef,
      stretch: observableRef,
      duration: computed,
      seek: action,
      play: action,
      pause: action,
      setRate: action,
      attach: action,
      tick: action,
    });
    this.#scope = scope;
    scope.add(() => this.pause());
  }

  get duration(): number {
    return Math.max(0, ...[...this.#players].map(({ duration }) => duration));
  }

  seek(time: number): void {
    if (!Number.isFinite(time)) return;
    this.time = Math.max(0, Math.min(time, this.duration));
    const { stretch } = this;
    // Beside what is being played, what comes next is played on.
    if (stretch && (this.time < stretch.start || this.time >= stretch.end)) this.stretch = undefined;
    for (const player of this.#players) player.seek(Math.min(this.time, player.duration));
  }

  play(stretch?: Stretch): void {
    if (this.#players.size === 0) return;
    const start = stretch?.start ?? (this.time >= this.duration - AT_END ? 0 : this.time);
    this.stretch = undefined;
    if (start !== this.time) this.seek(start);
    this.stretch = stretch;
    this.playing = true;
    for (const player of this.#players) this.#start(player);
    this.#stop();
    this.#stop = this.#scope.frame(() => this.tick());
  }

  pause(): void {
    this.#stop();
    const { playing } = this;
    this.playing = false;
    this.stretch = undefined;
    if (!playing) return;
    for (const player of this.#players) player.pause();
    const [leader] = this.#players;
    if (leader) this.time = leader.time;
  }

  setRate(rate: number): void {
    if (!(rate > 0)) return;
    this.rate = rate;
    for (const player of this.#players) player.setRate(rate);
  }

  /** It joins in where the others are. */
  attach(player: Player): Dispose {
    this.#players.add(player);
    player.setRate(this.rate);
    player.seek(Math.min(this.time, player.duration));
    if (this.playing) this.#start(player);
    return action(() => {
      this.#players.delete(player);
      player.pause();
      if (this.#players.size === 0) this.pause();
    });
  }

  #start(player: Player): void {
    player.play(this.stretch).catch(() => {
      // The browser lets nothing play before a click, or the medium cannot be played: its own tag says which.
      if (this.#players.has(player) && this.playing) this.pause();
    });
  }

  private tick(): void {
    if (!this.playing) return;
    const [leader, ...others] = this.#players;
    if (!leader) return this.pause();
    const { time } = leader;
    for (const other of others) {
      const due = Math.min(time, other.duration);
      if (Math.abs(other.time - due) > STRAYED * Math.max(1, this.rate)) other.seek(due);
    }
    const end = this.stretch?.end ?? this.duration;
    if (time >= end - AT_END) return this.#reach(end);
    this.time = time;
    this.#stop = this.#scope.frame(() => this.tick());
  }

  #reach(end: number): void {
    const { stretch } = this;
    if (stretch?.loop) return this.play(stretch);
    this.pause();
    this.seek(end);
  }
}
