import type { LabelEditor, SaveDetail } from '../../../src/index.js';

interface Saved {
  readonly event: string;
  readonly taskId: number | string;
  readonly at: string;
  readonly id: number | string | undefined;
  readonly completion: unknown;
}

export const savingEvents = [
  'completion-draft',
  'completion-submit',
  'completion-update',
  'completion-accept',
  'completion-reject',
  'completion-delete',
  'completion-ground-truth',
  'task-skip',
  'task-unskip',
] as const;
type SavingEvent = (typeof savingEvents)[number];

/** Milliseconds that saving takes. */
const DELAY = 300;

/** The host's side of saving, as a real one would be written, with a pause in place of the network. */
export class Host {
  /** The latest first. */
  readonly saved: Saved[] = [];
  /** Whether it refuses what it is given. */
  failing = false;
  #lastId = 1000;
  readonly #report: (outcome: { event: string; error?: Error; saved?: Saved }) => void;

  constructor(editor: LabelEditor, report: (outcome: { event: string; error?: Error; saved?: Saved }) => void) {
    this.#report = report;
    for (const name of savingEvents) {
      editor.addEventListener(name, (event) => {
        const { detail } = event as CustomEvent<SaveDetail>;
        // The element shows progress until this settles; a rejection is shown, and the work stays unsaved.
        detail.waitUntil(this.#save(name, detail));
      });
    }
  }

  async #save(event: SavingEvent, { taskId, completion }: SaveDetail): Promise<{ id: number | string } | undefined> {
    await new Promise((done) => window.setTimeout(done, DELAY));
    if (this.failing) {
      const error = new Error('The demo host refuses to save while “Saving fails” is on.');
      this.#report({ event, error });
      throw error;
    }
    // A draft gets no id of a completion yet.
    const known = completion.id;
    const given = typeof known === 'number' || typeof known === 'string' ? known : undefined;
    const id = event === 'completion-draft' ? given : (given ?? ++this.#lastId);
    const saved: Saved = { event, taskId, at: new Date().toISOString(), id, completion };
    this.saved.unshift(saved);
    this.#report({ event, saved });
    return id === undefined ? undefined : { id };
  }
}
