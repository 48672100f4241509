/**
 * Tells of each frame that a video puts on show: the time at which it starts, in the file's own time. Ends with the
 * signal. False where the browser does not tell.
 */
export function onVideoFrames(video: HTMLVideoElement, run: (mediaTime: number) => void, signal: AbortSignal): boolean {
  if (!('requestVideoFrameCallback' in video)) return false;
  const ask = () => {
    if (signal.aborted) return;
    video.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (signal.aborted) return;
      ask();
      run(mediaTime);
    });
  };
  ask();
  return true;
}
