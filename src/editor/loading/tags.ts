import type { TagFamily } from '../../contract/plugin.js';
import { error } from '../../model/problem.js';
import { reaction, runInAction } from '../../reactive/index.js';
import type { EditorState } from '../state.js';

/** Fetches the tags that the config has and that are not there yet. What fails is told, and the rest goes on without it. */
export function fetchAbsent(state: EditorState): void {
  const asked = new Set<TagFamily>();
  state.scope.add(
    reaction(
      () => state.absent,
      (absent) => {
        for (const family of absent) {
          if (asked.has(family)) continue;
          asked.add(family);
          state.registry.fetchTags(family).catch((reason: unknown) => {
            const why = reason instanceof Error ? reason.message : String(reason);
            const message = `Tags (${family.names.slice(0, 3).join(', ')} …) could not be loaded: ${why}. Load the page again.`;
            runInAction(() => state.failed.add(family));
            state.report(error('tag/load-failed', message));
          });
        }
      },
      { fireImmediately: true },
    ),
  );
}
