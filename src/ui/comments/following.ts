import type { Scope } from '../../contract/view.js';
import type { Desk } from '../desk.js';
import { comments } from './fetched.js';

/** Starts the comments as soon as the host asks for them, until the scope ends. */
export function followComments(desk: Desk, scope: Scope): void {
  let isStarted = false;
  scope.react(() => {
    if (isStarted || !desk.shows('comments')) return;
    isStarted = true;
    comments.with(desk, ({ startComments }) => {
      if (!scope.signal.aborted) startComments(desk, scope);
    });
  });
}
