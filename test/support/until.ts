/** Waits until something has come true, looking once a frame; fails after some seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 8000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`It did not come true: ${isTrue}`);
    await new Promise(requestAnimationFrame);
  }
}
