import { html, nothing, type TemplateResult } from 'lit';
import { restore } from '../../editor/history/restore.js';
import { type Version, versionsOf } from '../../editor/history/versions.js';
import { iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { historyTexts } from './texts.js';
import { moment, timeAgo } from './time-ago.js';

/** No host tells as many; a list of thousands helps nobody. */
const MOST = 200;

/** The versions that the completion came with, the newest first; nothing where there are none. */
export function versionList(desk: Desk): TemplateResult | typeof nothing {
  const { selected } = desk.editor.workspace;
  const versions = selected ? versionsOf(selected.wire) : [];
  if (versions.length === 0) return nothing;
  const texts = historyTexts(desk.locale);
  return html`<section class="versions" aria-labelledby="versions-title"><h3 id="versions-title">${texts.versions}</h3><ol>${versions
    .slice(0, MOST)
    .map((version) => row(desk, version))}</ol></section>`;
}

function row(desk: Desk, version: Version): TemplateResult {
  const { editor, locale } = desk;
  const texts = historyTexts(locale);
  const { at, by, results, deed, comment, id } = version;
  const author = by === undefined ? `${texts.nobody} ${id}` : nameOf(desk, by);
  const count = results === undefined ? undefined : texts.results(desk.number(results.length), results.length === 1);
  const said = [count, deed, comment].filter((each) => each !== undefined).join(' · ');
  const goBack = () => {
    if (results && !restore(editor, results, texts.step)) editor.notices.say(texts.isSame);
  };
  return html`<li class="version" title=${[author, at !== undefined && moment(locale, at), said].filter(Boolean).join('\n')}>
    <span class="version-by">${author}</span><span class="step-time">${at === undefined ? nothing : timeAgo(locale, at, Date.now()) || texts.now}</span>
    <span class="version-said">${said}</span>${
      editor.readonly
        ? nothing
        : iconButton({
            label: `${texts.goBack}: ${author}`,
            title: results ? texts.goBack : texts.noResults,
            icon: 'undo-2',
            disabled: results === undefined,
            press: goBack,
          })
    }</li>`;
}

/** The user knows themselves by their name, where the host tells an id. */
const nameOf = ({ user, texts }: Desk, by: string): string =>
  user?.id !== undefined && String(user.id) === by ? texts.you : by;
