/** One way to play a film. All times are seconds. */
export interface Playback {
  /** Within the frame that is on show: a frame table finds its number by it. */
  readonly time: number;
  /** Rejects where the browser does not let it play. */
  play(from: number): Promise<void>;
  pause(): void;
  seek(time: number): void;
  setRate(rate: number): void;
  setSound(volume: number, muted: boolean): void;
}

/** What one who plays a film is told. */
export interface PlaybackEvents {
  /** A frame came on show; the video that shows it, or undefined where its picture is the film's own. */
  onFrame(frame: number, video: HTMLVideoElement | undefined): void;
  /** It has come to its end, at a time. */
  onEnd(time: number): void;
  /** It cannot go on, at a time. */
  onFailure(time: number): void;
}
