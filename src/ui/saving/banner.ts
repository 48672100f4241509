import { html, nothing, render, type TemplateResult } from 'lit';
import type { Scope } from '../../contract/view.js';
import type { Found, FoundWork } from '../../editor/saving/found-work.js';
import type { Safekeeping } from '../../editor/saving/safekeeping.js';
import { iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { adopt } from '../later.js';
import { bannerStyles } from './styles.js';
import { savingTexts } from './texts.js';
import { when } from './when.js';

/** One thing to say and what can be done about it. */
interface Said {
  readonly text: string;
  readonly picture: string;
  /** Nobody need do anything. */
  readonly isCalm?: boolean;
  readonly buttons: unknown;
}

/** Shows, over the content, what is to be said of work that was not saved. Until the scope ends. */
export function showBanner(desk: Desk, safekeeping: Safekeeping, scope: Scope): void {
  const frame = desk.root.querySelector('.frame');
  adopt(desk.root, bannerStyles);
  const element = document.createElement('section');
  element.className = 'saving-banner';
  scope.react(() => {
    const trouble = troubleSaid(desk, safekeeping);
    const said = trouble ?? foundSaid(desk, safekeeping.found);
    // Once is enough.
    if (trouble) desk.editor.notices.dismiss();
    element.setAttribute('aria-label', savingTexts(desk.locale).unsavedWork);
    render(said ? row(said) : nothing, element);
    if (said && !element.isConnected) frame?.prepend(element);
    if (!said) element.remove();
  });
  scope.add(() => element.remove());
}

const row = ({ text, picture, isCalm, buttons }: Said): TemplateResult =>
  html`<p role=${isCalm ? 'status' : 'alert'}>${
    isCalm ? icon(picture) : html`<span data-tone="warning">${icon(picture)}</span>`
  }<span>${text}</span></p><span class="banner-buttons">${buttons}</span>`;

const button = (
  name: string,
  run: () => void,
  more: { readonly hint?: string; readonly main?: boolean } = {},
): TemplateResult =>
  html`<button type="button" class="button ${more.main ? 'main' : 'wide'}" title=${more.hint ?? name} @click=${run}>${name}</button>`;

/** A host that does not answer, or cannot be reached. */
function troubleSaid({ editor, locale }: Desk, { trouble }: Safekeeping): Said | undefined {
  const texts = savingTexts(locale);
  const { completion } = editor;
  if (!trouble || !completion) return undefined;
  return trouble === 'slow'
    ? {
        text: texts.slow,
        picture: 'circle-alert',
        buttons: button(texts.stopWaiting, () => editor.saving.giveUp(completion)),
      }
    : {
        text: texts.offline,
        picture: 'circle-alert',
        buttons: button(texts.tryNow, () => void editor.saving.retry()),
      };
}

function foundSaid(desk: Desk, work: FoundWork): Said | undefined {
  const found = work.current;
  if (!found) return undefined;
  const { locale } = desk;
  const texts = savingTexts(locale);
  const at = found.at === undefined ? texts.earlier : when(locale, found.at);
  const restore = { hint: texts.useHint, main: true };
  if (!work.isHere(found)) {
    return {
      text: texts.foundElsewhere(at),
      picture: 'save',
      buttons: button(texts.show, () => work.show(found), { main: true }),
    };
  }
  switch (found.is) {
    case 'restored':
      return {
        text: texts.restored(at),
        picture: 'save',
        isCalm: true,
        buttons: html`${button(texts.undo, () => work.undo(found))}${iconButton({
          label: desk.texts.close,
          icon: 'x',
          press: () => work.leave(found),
        })}`,
      };
    case 'offered':
      return {
        text: `${texts.found(at)}${found.isElsewhere ? ` ${texts.isElsewhere}` : ''}`,
        picture: 'save',
        buttons: html`${button(texts.discard, () => work.discard(found))}${button(texts.restore, () => work.restore(found), restore)}`,
      };
    case 'conflict':
      return {
        text: found.in === 'host' ? texts.hostDraft(at) : texts.conflict(at),
        picture: 'triangle-alert',
        buttons: html`${looks(desk, work, found, at)}<span class="banner-choice">${button(texts.discard, () => work.discard(found))}${button(
          texts.keepBoth,
          () => work.keepBoth(found),
          { hint: texts.keepBothHint },
        )}${button(found.in === 'host' ? texts.useDraft : texts.use, () => work.restore(found), restore)}</span>`,
      };
  }
}

/** Shows the one or the other of two versions. */
function looks({ editor, locale }: Desk, work: FoundWork, found: Found, at: string): TemplateResult {
  const texts = savingTexts(locale);
  const what = found.in === 'host' ? texts.draft : texts.unsavedWork;
  const isPreview = editor.workspace.selected === found.preview;
  const side = (name: string, isOn: boolean, run: () => void) =>
    html`<button type="button" class="button" aria-pressed=${String(isOn)} @click=${run}>${name}</button>`;
  return html`<span class="banner-looks" role="group" aria-label=${texts.look}>${side(texts.asSaved, !isPreview, () => work.show(found))}${side(
    what,
    isPreview,
    () => work.look(found, texts.preview(what, at)),
  )}</span>`;
}
