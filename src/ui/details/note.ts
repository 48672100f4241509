import { html, nothing, type TemplateResult } from 'lit';
import { noteOf, writeNote } from '../../editor/notes/notes.js';
import type { Region } from '../../model/document.js';
import { hint } from '../buttons.js';
import type { Desk } from '../desk.js';
import { detailTexts } from './texts.js';
import { goTo, writingField } from './writing.js';

/** The note on a region, as a field; nothing where there is none and nobody may write one. */
export function note(desk: Desk, region: Region): TemplateResult | typeof nothing {
  const { editor } = desk;
  const texts = detailTexts(desk.locale);
  const mayWrite = editor.mayEdit(region);
  const text = () => noteOf(editor, editor.doc.regions.get(region.id) ?? region);
  if (!mayWrite && text() === '') return nothing;
  const action = editor.actions.get('note');
  const field = writingField(desk, {
    name: texts.note,
    text,
    step: 'Write note',
    mayWrite,
    placeholder: texts.notePlaceholder,
    put: (said, gesture) => writeNote(editor, region.id, said, gesture),
  });
  return html`<section class="note" role="group" aria-label=${texts.note}>
    <h3 title=${hint(texts.note, action ? editor.actions.keysOf(action) : [])}>${texts.note}</h3>${field}</section>`;
}

/** Goes to the note on the selected region. The details are shown. */
export function goToNote(desk: Desk): void {
  const field = desk.root.querySelector<HTMLTextAreaElement>('.note .writing');
  if (field) goTo(desk, field);
}
