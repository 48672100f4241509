import { emptyDoc, type Region } from '../../model/document.js';
import type { Json } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import { action, compareShallow, computed, makeObservable, observableRef, reaction } from '../../reactive/index.js';
import { type Control, controlOf, objectOf } from '../regions/controls.js';
import type { EditorState } from '../state.js';
import { isPoint, Prompt } from './prompt.js';
import { readSuggestions, Suggestions } from './suggestions.js';

/** What is sent to the host's model. */
export interface AssistRequest {
  /** The last of what was drawn. */
  readonly region: string;
  /** All of the prompt, the last included. */
  readonly results: readonly Json[];
}

/** How a request reaches the host's model; undefined where nobody answers. */
export type AskModel = (request: AssistRequest) => Promise<unknown> | undefined;

/**
 * Smart tools: in place of regions they draw a prompt, which the host's model answers with suggestions. What is drawn
 * and what is suggested lies outside of the completion until it is accepted. Observable.
 */
export class Assist {
  /** The host has a model. */
  offered = false;
  /** The next points are not on what is wanted, those with Alt are; otherwise it is the other way round. */
  excluding = false;
  /** The model is at work. */
  pending = false;
  readonly prompt: Prompt;
  readonly suggestions = new Suggestions();
  private switched = false;
  readonly #state: EditorState;
  readonly #askModel: AskModel;
  /** How many requests there were; only the answer to the latest counts. */
  #asked = 0;
  #takeBack: (() => void)[] = [];

  constructor(state: EditorState, askModel: AskModel) {
    makeObservable<this, 'switched' | 'ask'>(this, {
      offered: observableRef,
      excluding: observableRef,
      pending: observableRef,
      switched: observableRef,
      possible: computed,
      asksByPoints: computed,
      toggle: action,
      toggleExcluding: action,
      ask: action,
      clear: action,
      stop: action,
      accept: action,
      reject: action,
    });
    this.#state = state;
    this.#askModel = askModel;
    this.prompt = new Prompt(state);
    state.scope.add(
      reaction(
        () => [
          state.completion?.store,
          state.readonly,
          this.offered,
          ...state.config.nodes.map((node) => (objectOf(node) ? state.facts.item(node.name ?? '') : 0)),
        ],
        () => this.clear(),
        { equals: compareShallow },
      ),
    );
  }

  /** Whether the host has a model and the config a tool that asks it. */
  get possible(): boolean {
    return this.offered && this.#state.config.nodes.some((node) => this.#isSmart(controlOf(node)));
  }

  /** Whether tools that can do both ask the model now. */
  get on(): boolean {
    return this.possible && this.switched;
  }

  /** Whether points are drawn that can say what is meant and what is not. */
  get asksByPoints(): boolean {
    return this.#state.config.nodes.some((node) => {
      const control = controlOf(node);
      return control !== undefined && isPoint(control.tag.draws?.shape) && this.takes(control);
    });
  }

  toggle(): void {
    this.switched = !this.switched;
    this.stop();
    this.prompt.clear();
  }

  toggleExcluding(): void {
    this.excluding = !this.excluding;
  }

  /** Whether what this control draws now is a prompt. */
  takes(control: Control): boolean {
    return this.offered && this.#isSmart(control) && (this.switched || isSmartOnly(control));
  }

  /** Whether this control can draw nothing, as it only asks a model and there is none. */
  forbids(control: Control): boolean {
    return !this.offered && isSmartOnly(control);
  }

  /** Marking text by selecting it is no tool that could be another one. */
  #isSmart(control: Control | undefined): boolean {
    if (control?.tag.speaksOf !== 'region') return false;
    const { attributes, toNames } = control.node;
    const { byName } = this.#state.config;
    if (toNames.every((name) => ['flow', undefined].includes(objectOf(byName.get(name))?.space))) return false;
    return attributes.smart === true || isSmartOnly(control);
  }

  /** A part of the prompt is drawn, or one step of it. */
  drawn(id: string, unfinished: boolean): void {
    this.prompt.unfinished = unfinished ? id : undefined;
    if (!unfinished) this.#promptChanged();
  }

  /** Takes back the last part of the prompt; whether there was one. */
  undo(): boolean {
    if (!this.prompt.store.history.undo()) return false;
    this.#promptChanged();
    return true;
  }

  redo(): boolean {
    if (!this.prompt.store.history.redo()) return false;
    this.#promptChanged();
    return true;
  }

  #promptChanged(): void {
    const { unfinished, items } = this.prompt;
    if (unfinished !== undefined && this.prompt.has(unfinished)) return;
    const last = items.at(-1);
    if (last) this.ask(last.id);
    else {
      this.stop();
      this.#show(emptyDoc);
    }
  }

  private ask(region: string): void {
    this.stop();
    if (this.#state.readonly) return;
    const asked = this.#asked;
    const answer = this.#askModel({ region, results: this.prompt.results() });
    if (!answer) {
      this.#state.notices.say('No model answers: the page does not respond to the request.', 'danger');
      return;
    }
    this.pending = true;
    void this.#wait(answer, asked);
  }

  async #wait(answer: Promise<unknown>, asked: number): Promise<void> {
    try {
      const results = await answer;
      if (asked === this.#asked) this.#answered(results);
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      if (asked === this.#asked) this.#state.notices.say(`The model did not answer: ${why}`, 'danger');
    } finally {
      if (asked === this.#asked) this.stop();
    }
  }

  #answered(results: unknown): void {
    const { notices, settings } = this.#state;
    const read = readSuggestions(results, this.#state, this.prompt.items[0]?.toName);
    this.#show(read.value ?? emptyDoc, read.problems);
    if (read.value?.regions.size === 0 && !read.problems) notices.say('The model suggests nothing here.');
    if (settings.acceptSuggestions && read.value) this.accept();
  }

  /** Puts up results to be accepted or rejected that nobody asked for by a prompt. */
  suggest(results: unknown): void {
    if (this.#state.readonly) return;
    const read = readSuggestions(results, this.#state);
    this.#show(read.value ?? emptyDoc, read.problems);
  }

  #show(doc: typeof emptyDoc, problems: readonly Problem[] = []): void {
    for (const takeBack of this.#takeBack.splice(0)) takeBack();
    this.suggestions.show(doc);
    this.#takeBack = problems.map((problem) => this.#state.report(problem));
    const [first] = problems;
    if (first) this.#state.notices.say(first.message, 'danger');
  }

  /** Forgets the request under way; its answer will not count. */
  stop(): void {
    this.#asked++;
    this.pending = false;
  }

  /** Drops the prompt and what was suggested; whether there was anything. */
  clear(): boolean {
    const any = this.pending || this.prompt.items.length > 0 || this.suggestions.regions.length > 0;
    this.stop();
    this.prompt.clear();
    this.#show(emptyDoc);
    return any;
  }

  /** Escape: lets go of the picked suggestion, else of all. Whether there was anything. */
  leave(): boolean {
    if (this.suggestions.picked === undefined) return this.clear();
    this.suggestions.pick(undefined);
    return true;
  }

  /** Puts suggestions into the completion, all of them or one, as one undo step. The prompt has done its work. */
  accept(ids: readonly string[] = this.#ids): void {
    const { completion, settings, armed, readonly } = this.#state;
    if (!completion || readonly) return;
    const accepted = this.suggestions.only(new Set(ids));
    const before = new Set(completion.doc.regions.keys());
    if (accepted.regions.size > 0) completion.merge(accepted, 'Accept suggestions');
    this.stop();
    this.prompt.clear();
    this.reject(ids);
    if (!settings.continuousLabeling) armed.disarm();
    if (settings.selectAfterCreate)
      this.#state.select([...completion.doc.regions.keys()].filter((id) => !before.has(id)));
  }

  /** Takes suggestions away, all of them or one. */
  reject(ids: readonly string[] = this.#ids): void {
    const gone = new Set(ids);
    const rest = this.#ids.filter((id) => !gone.has(id));
    if (rest.length > 0) this.suggestions.show(this.suggestions.only(new Set(rest)));
    else this.#show(emptyDoc);
  }

  get #ids(): readonly string[] {
    return this.suggestions.store.regionIds;
  }

  /** A region that is drawn and not in the document. */
  region(id: string): Region | undefined {
    return this.prompt.store.doc.regions.get(id) ?? this.suggestions.store.doc.regions.get(id);
  }
}

const isSmartOnly = ({ node }: Control): boolean => node.attributes.smartOnly === true;
