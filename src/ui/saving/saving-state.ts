import type { Completion } from '../../store/completion.js';
import type { Texts } from '../texts.js';

export interface SavingState {
  readonly text: string;
  readonly icon: string;
  readonly tone: 'muted' | 'accent' | 'danger';
  /** Why it failed. */
  readonly detail?: string;
}

/** Where the work on a completion stands: the most pressing of it. Nothing for one that is new and untouched. */
export function stateOf(completion: Completion, texts: Texts): SavingState | undefined {
  if (completion.kind === 'prediction') return undefined;
  if (completion.busy) return { text: texts.saving, icon: 'loader-circle', tone: 'muted' };
  if (completion.failure !== undefined) {
    return { text: texts.failed, icon: 'circle-alert', tone: 'danger', detail: completion.failure };
  }
  if (completion.dirty) return { text: texts.unsaved, icon: 'circle-dot', tone: 'accent' };
  switch (completion.stored) {
    case 'submitted':
      return { text: texts.submitted, icon: 'check', tone: 'muted' };
    case 'skipped':
      return { text: texts.skipped, icon: 'skip-forward', tone: 'muted' };
    case 'draft':
      return { text: texts.draftSaved, icon: 'save', tone: 'muted' };
    default:
      return undefined;
  }
}
