import type { ParsedConfig } from '../../config/parse.js';
import { error } from '../../model/problem.js';
import { runInAction, when } from '../../reactive/index.js';
import type { EditorState } from '../state.js';

/** Fetches what reads malformed configs, once there is one. Where that fails it is what is wrong with each of them. */
export function fetchReader(state: EditorState, load = () => import('../../config/parse.js')): void {
  state.scope.add(
    when(
      () => !state.parsed,
      async () => {
        const readAny = await load().then(
          ({ parseConfig }) => parseConfig,
          (reason: unknown) => () => unread(reason),
        );
        runInAction(() => {
          state.readAny = readAny;
        });
      },
    ),
  );
}

function unread(reason: unknown): ParsedConfig {
  const why = reason instanceof Error ? reason.message : String(reason);
  const message = `The config is not plain XML, and what reads others could not be loaded: ${why}. Load the page again.`;
  return { problems: [error('tag/load-failed', message)] };
}
