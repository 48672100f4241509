import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ListedComment } from '../../editor/comments/commenting.js';
import type { User } from '../../model/comment.js';
import { hint, iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { moment, timeAgo } from '../history/time-ago.js';
import { icon } from '../icons.js';
import { nameOfEnd } from '../relations/names.js';
import type { CommentsState } from './state.js';
import { type CommentTexts, commentTexts } from './texts.js';

/** One comment: who said it, when, of what, and what can be done with it. */
export function commentRow(desk: Desk, state: CommentsState, listed: ListedComment): TemplateResult {
  const { commenting } = state;
  const texts = commentTexts(desk.locale);
  const { key, comment } = listed;
  const name = nameOf(desk, comment.createdBy, commenting.isOwn(comment), texts);
  const resolved = comment.isResolved === true;
  return html`<li class="comment" ?data-resolved=${resolved} data-state=${listed.state} aria-label=${texts.said(name, comment.text.slice(0, 80))}>
    <div class="comment-head"><i class="comment-avatar" aria-hidden="true">${initials(name)}</i><b>${name}</b>${when(desk, state, comment.createdAt, texts)}${
      listed.state === 'sending'
        ? html`<span class="comment-sending" title=${texts.sending}>${icon('loader-circle')}<span class="said">${texts.sending}</span></span>`
        : nothing
    }<span class="spacer"></span>${listed.state === 'kept' ? doings(state, listed, texts) : nothing}</div>
    ${comment.regionId === undefined ? nothing : place(desk, state, comment.regionId, texts)}
    ${state.edited?.key === key ? editing(desk, state, listed, texts) : html`<p class="comment-text">${comment.text}</p>`}
    ${resolved ? html`<span class="comment-resolved">${icon('check')}${texts.resolved}</span>` : nothing}
    ${state.removed === key ? asking(state, listed, texts) : nothing}
    ${listed.state === 'failed' ? fault(state, listed, texts) : nothing}
  </li>`;
}

function doings(state: CommentsState, listed: ListedComment, texts: CommentTexts): TemplateResult {
  const { commenting } = state;
  const { key, comment } = listed;
  const resolved = comment.isResolved === true;
  const own = commenting.isOwn(comment);
  return html`<span class="comment-doings">${
    own
      ? html`${iconButton({
          label: texts.edit,
          icon: 'pencil',
          press: () => state.edit({ key, text: comment.text }),
        })}${iconButton({ label: texts.remove, icon: 'trash-2', press: () => state.askBeforeRemoving(key) })}`
      : nothing
  }${iconButton({
    label: resolved ? texts.reopen : texts.resolve,
    icon: 'circle-check',
    pressed: resolved,
    press: () => commenting.change(listed, { isResolved: !resolved }),
  })}</span>`;
}

/** The region that it is about: a press brings it into view. */
function place(desk: Desk, { numbers }: CommentsState, id: string, texts: CommentTexts): TemplateResult {
  const { editor } = desk;
  const region = editor.doc.regions.get(id);
  if (!region) return html`<span class="comment-place muted" title=${texts.noRegionHint}>${texts.noRegion}</span>`;
  return html`<button type="button" class="button comment-place" title=${texts.toRegion} @click=${() => editor.attention.bringToRegion(id)}
  >${nameOfEnd(desk, region, numbers.get(id))}</button>`;
}

function editing(desk: Desk, state: CommentsState, listed: ListedComment, texts: CommentTexts): TemplateResult {
  const { key } = listed;
  const text = state.edited?.text ?? '';
  const save = () => {
    const said = text.trim();
    if (said === '' || (said !== listed.comment.text && !state.commenting.change(listed, { text: said }))) return;
    state.edit(undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) save();
    else if (event.key === 'Escape') state.edit(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<textarea class="comment-field" rows="3" aria-label=${texts.edit} .value=${live(text)}
      @input=${(event: Event) => state.edit({ key, text: (event.target as HTMLTextAreaElement).value })} @keydown=${press}></textarea>
    <div class="composer-foot"><span class="spacer"></span><button type="button" class="button wide" @click=${() => state.edit(undefined)}>${desk.texts.cancel}</button
    ><button type="button" class="button primary comment-send" ?disabled=${text.trim() === ''} title=${hint(texts.save, ['ctrl+enter'])} @click=${save}>${texts.save}</button></div>`;
}

function asking(state: CommentsState, listed: ListedComment, texts: CommentTexts): TemplateResult {
  const remove = () => {
    state.askBeforeRemoving(undefined);
    state.commenting.remove(listed);
  };
  return html`<div class="comment-asking" role="alertdialog" aria-label=${texts.askRemove}><span>${texts.askRemove}</span><span class="spacer"></span
    ><button type="button" class="button wide" @click=${() => state.askBeforeRemoving(undefined)}>${texts.keep}</button
    ><button type="button" class="button wide danger" @click=${remove}>${texts.remove}</button></div>`;
}

/** What went wrong, and what can be done about it. */
function fault({ commenting }: CommentsState, listed: ListedComment, texts: CommentTexts): TemplateResult {
  const why = (listed.reason ?? '').replace(/[.\s]+$/, '');
  return html`<div class="comment-fault" role="alert"><span class="comment-why" data-tone="danger">${icon('circle-alert')}<span>${texts.failed[listed.kind ?? 'create'](why)}</span></span
    ><span class="composer-foot"><button type="button" class="button wide" @click=${() => commenting.retry(listed)}>${texts.retry}</button
    ><button type="button" class="button wide" @click=${() => commenting.discard(listed.key)}>${listed.kind === 'create' ? texts.discard : texts.leave}</button></span></div>`;
}

function when(
  desk: Desk,
  state: CommentsState,
  at: string | undefined,
  texts: CommentTexts,
): TemplateResult | typeof nothing {
  const time = at === undefined ? Number.NaN : Date.parse(at);
  if (Number.isNaN(time)) return nothing;
  return html`<time datetime=${at ?? ''} title=${moment(desk.locale, time)}>${timeAgo(desk.locale, time, state.now) || texts.justNow}</time>`;
}

function nameOf(desk: Desk, user: User | undefined, own: boolean, texts: CommentTexts): string {
  const name = user?.displayName?.trim() || user?.email || (user?.id === undefined ? '' : String(user.id));
  return name || (own ? desk.texts.you : texts.somebody);
}

const initials = (name: string): string =>
  name
    .split(/[\s@._-]+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
