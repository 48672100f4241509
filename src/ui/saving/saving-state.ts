import type { Completion } from '../../store/completion.js';
import { savingTexts } from './texts.js';

export interface SavingState {
  readonly text: string;
  readonly icon: string;
  readonly tone: 'muted' | 'accent' | 'danger';
  /** Why it failed. */
  readonly detail?: string;
}

/** Where the work on a completion stands: the most pressing of it. Nothing for one that is new and untouched, or only looked at. */
export function stateOf(completion: Completion, locale: string): SavingState | undefined {
  const texts = savingTexts(locale);
  if (completion.kind === 'prediction' || completion.isPreview) return undefined;
  if (completion.busy) {
    return { text: completion.slow ? texts.stillSaving : texts.saving, icon: 'loader-circle', tone: 'muted' };
  }
  if (completion.failure !== undefined) {
    return { text: texts.failed, icon: 'circle-alert', tone: 'danger', detail: completion.failure };
  }
  if (completion.dirty) return { text: texts.unsaved, icon: 'circle-dot', tone: 'accent' };
  switch (completion.stored) {
    case 'submitted':
      return completion.isAhead
        ? { text: texts.draftAhead, icon: 'save', tone: 'accent' }
        : { text: texts.submitted, icon: 'check', tone: 'muted' };
    case 'skipped':
      return { text: texts.skipped, icon: 'skip-forward', tone: 'muted' };
    case 'draft':
      return { text: texts.draftSaved, icon: 'save', tone: 'muted' };
    default:
      return undefined;
  }
}
