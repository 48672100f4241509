import { html, nothing, type TemplateResult } from 'lit';
import type { Tool, ToolSetting } from '../contract/tool.js';
import { keysText } from './buttons.js';
import type { Desk } from './desk.js';

/** What can be set of the tools in the hand: the size of a brush. */
export function toolSettings(desk: Desk, tools: readonly Tool[]): TemplateResult | typeof nothing {
  const fields = tools.flatMap((tool) => (tool.settings ?? []).map((setting) => field(desk, tool, setting)));
  return fields.length === 0 ? nothing : html`<span class="tool-settings">${fields}</span>`;
}

function field({ editor }: Desk, tool: Tool, setting: ToolSetting): TemplateResult {
  const { title, least, most, keys, unit } = setting;
  const value = editor.toolbox.settingsOf(tool)[setting.name] ?? setting.initial;
  const set = (event: Event) => {
    const wanted = (event.target as HTMLInputElement).valueAsNumber;
    if (Number.isFinite(wanted)) editor.toolbox.set(tool, setting, wanted);
  };
  const named = unit === undefined ? title : `${title} (${unit})`;
  const hint = keys ? `${named}  ${keys.map(keysText).join(' ')}` : named;
  return html`<label class="tool-setting" title=${hint}>
    <span class="caption">${title}</span>
    <input type="range" min=${least} max=${most} step="1" aria-label=${title} .value=${String(value)}
      ?disabled=${editor.readonly} @input=${set} />
    <input type="number" min=${least} max=${most} step="1" aria-label="${title}, number" .value=${String(value)}
      ?disabled=${editor.readonly} @change=${set} />
  </label>`;
}
