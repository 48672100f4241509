import { html, nothing, type TemplateResult } from 'lit';
import { actionButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { observe } from '../observe.js';

/** To the task before and the task after, where a host answers to that; between them what it says of the place. */
export const navigation = (desk: Desk): unknown => observe(() => (desk.shows('navigation') ? buttons(desk) : nothing));

const buttons = (desk: Desk): TemplateResult => html`<span class="group navigation"
  >${actionButton(desk, 'task-previous')}<slot name="task-position"></slot>${actionButton(desk, 'task-next')}</span>`;
