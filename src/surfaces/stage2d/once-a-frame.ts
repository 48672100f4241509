import type { Scope } from '../../contract/view.js';

/**
 * Makes `run` a thing to ask for: it runs at the end of the task that asks first, so that nothing is a frame late, and
 * only once in a frame; what is asked for after that waits for the next one.
 */
export function onceAFrame(scope: Scope, run: () => void): () => void {
  let asked = false;
  let ranInFrame = false;
  const act = () => {
    asked = false;
    if (scope.signal.aborted) return;
    ranInFrame = true;
    scope.frame(() => {
      ranInFrame = false;
    });
    run();
  };
  return () => {
    if (asked || scope.signal.aborted) return;
    asked = true;
    if (ranInFrame) scope.frame(act);
    else queueMicrotask(act);
  };
}
