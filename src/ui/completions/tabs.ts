import { html, nothing, type TemplateResult } from 'lit';
import { isDict, type Json } from '../../model/json.js';
import type { Completion } from '../../store/completion.js';
import { iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { observe } from '../observe.js';
import { roveByArrows } from '../roving.js';
import { stateOf } from '../saving/saving-state.js';

/** The completions and predictions of the task, one tab each, and what makes a new one. */
export const completionTabs = (desk: Desk): unknown =>
  observe(() => {
    const { editor, texts } = desk;
    const { workspace } = editor;
    if (!workspace.task) return nothing;
    return html`<div class="completions" role="tablist" aria-label=${texts.completions} @keydown=${roveByArrows}>
      ${workspace.all.map((completion) => tab(desk, completion))}
    </div>${
      editor.readonlyWished
        ? nothing
        : iconButton({ label: texts.newCompletion, icon: 'plus', press: () => editor.addCompletion() })
    }`;
  });

function tab(desk: Desk, completion: Completion): TemplateResult {
  const { editor } = desk;
  const selected = editor.workspace.selected === completion;
  const prediction = completion.kind === 'prediction';
  const name = nameOf(completion, desk);
  const { score } = completion.wire;
  const state = stateOf(completion, desk.texts);
  const confidence = prediction && typeof score === 'number' ? desk.percent(score) : undefined;
  const kind = prediction ? desk.texts.prediction : desk.texts.completion;
  const said = [kind, name, confidence, state?.text].filter(Boolean).join(', ');
  return html`<button
    type="button" role="tab" class="completion" aria-selected=${selected ? 'true' : 'false'} tabindex=${selected ? 0 : -1}
    title=${said} @click=${() => editor.show(completion)}
  >${icon(prediction ? 'sparkles' : 'user')}<span class="said">${kind} </span><span class="completion-name">${name}</span>${
    confidence === undefined ? nothing : html` <span class="score">${confidence}</span>`
  }${
    state
      ? html`<span class="completion-state" data-tone=${state.tone}>${icon(state.icon)}<span class="said"> ${state.text}</span></span>`
      : nothing
  }</button>`;
}

/** The model of a prediction, the author of a completion, and its id. */
function nameOf({ kind, wire, id, stored }: Completion, { user, texts }: Desk): string {
  if (kind === 'prediction')
    return typeof wire.model_version === 'string' && wire.model_version !== '' ? wire.model_version : texts.prediction;
  const fresh = stored === 'nowhere' || stored === 'draft';
  const wired = [wire.created_username, wire.completed_by, wire.created_by, wire.user].find(
    (said) => said !== undefined && said !== null,
  );
  const author =
    wired === undefined ? (fresh ? (user?.displayName ?? texts.you) : texts.completion) : authorOf(wired, user, texts);
  return id === undefined ? author : `${author} #${id}`;
}

/** Hosts say it as a name, as an id, or as an object of both. */
function authorOf(said: Json, user: Desk['user'], texts: Desk['texts']): string {
  const id = isDict(said) ? said.id : said;
  if (user?.id !== undefined && String(id) === String(user.id)) return user.displayName ?? texts.you;
  if (!isDict(said))
    return typeof said === 'number' || /^\d+$/.test(String(said)) ? `${texts.user} ${said}` : String(said);
  const full = [said.first_name, said.last_name].filter((part) => typeof part === 'string' && part !== '').join(' ');
  const name = [said.displayName, said.username, full, said.email].find(
    (part) => typeof part === 'string' && part !== '',
  );
  return typeof name === 'string' ? name : `${texts.user} ${id ?? ''}`.trim();
}
