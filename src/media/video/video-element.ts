export interface VideoSetup {
  readonly address: string;
  readonly crossOrigin: 'anonymous' | 'use-credentials' | undefined;
  readonly preload: 'auto' | 'metadata';
}

/** A `<video>` of its own, beside the page, that loads. */
export function makeVideo({ address, crossOrigin, preload }: VideoSetup): HTMLVideoElement {
  const video = document.createElement('video');
  if (crossOrigin !== undefined) video.crossOrigin = crossOrigin;
  video.playsInline = true;
  video.preload = preload;
  video.src = address;
  return video;
}

/** Ends its downloads and gives its decoder back. */
export function endVideo(video: HTMLVideoElement): void {
  video.onerror = null;
  video.pause();
  video.removeAttribute('src');
  video.load();
}

/** Waits until its first picture is there; false where it cannot be played or has none. */
export function loadVideo(video: HTMLVideoElement, signal: AbortSignal): Promise<boolean> {
  return new Promise((done, fail) => {
    const ended = AbortSignal.any([signal]);
    ended.onabort = () => fail(ended.reason);
    video.onerror = () => done(false);
    video.onloadeddata = () => done(video.videoWidth > 0);
    // Of sound alone there is no more to come.
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) done(video.videoWidth > 0);
  });
}
