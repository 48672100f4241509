export const chatStyles = `
.le-chat { position: relative; display: flex; flex-direction: column; gap: 6px; min-width: 0; container-type: inline-size; }
.le-chat-log {
  max-height: max(200px, 62cqh); overflow: auto; overscroll-behavior: contain; box-sizing: border-box; padding: 8px 12px; scroll-padding-block: 8px;
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-chat-log:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-chat-list { display: flex; flex-direction: column; gap: 10px; }
.le-chat-none { margin: 0; padding: 12px 0; text-align: center; color: var(--le-muted); }
.le-chat-turn {
  align-self: flex-start; max-width: 84%; min-width: min(180px, 100%); box-sizing: border-box; padding: 4px 10px 7px; content-visibility: auto; contain-intrinsic-size: auto 320px auto 62px;
  background: var(--le-surface-2); border: 1px solid transparent; border-radius: 10px 10px 10px 3px;
}
.le-chat-user { align-self: flex-end; background: color-mix(in srgb, var(--le-accent) 13%, var(--le-surface)); border-radius: 10px 10px 3px 10px; }
.le-chat-note {
  align-self: stretch; max-width: none; color: var(--le-muted); background: none; border-radius: 0; border-inline-start: 3px solid var(--le-line); padding-block: 1px 3px;
}
.le-chat-predicted { border: 1px dashed var(--le-muted); }
.le-chat-pickable { cursor: pointer; }
.le-chat-pickable:hover { border-color: var(--le-line); }
.le-chat-turn[aria-current="true"] { border: 1px solid var(--le-accent); box-shadow: 0 0 0 1px var(--le-accent); }
.le-chat-turn:focus-visible { outline: 2px solid var(--le-accent); outline-offset: 1px; }
.le-chat-turn[aria-current="true"]:focus-visible { outline-offset: 3px; }
.le-chat-head { display: flex; align-items: center; gap: 8px; min-height: 22px; font-size: 12px; color: var(--le-muted); }
.le-chat-head b { flex: 0 1 auto; font-weight: 600; }
.le-chat-head :is(b, time) { min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.le-chat-head time { flex: 0 100 auto; }
.le-chat-acts { display: flex; flex: none; gap: 1px; margin-inline-start: auto; opacity: 0; }
.le-chat-turn:is(:hover, :focus-within) .le-chat-acts { opacity: 1; }
.le-chat button, .le-chat select { font: inherit; color: var(--le-text); cursor: pointer; border-radius: var(--le-radius); }
.le-chat-acts button { display: grid; place-items: center; width: 24px; height: 22px; padding: 0; color: var(--le-muted); background: none; border: 0; }
.le-chat-acts button:hover { color: var(--le-text); background: color-mix(in srgb, var(--le-text) 9%, transparent); }
.le-chat :is(button, select):focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-chat-plain { white-space: pre-wrap; }
.le-chat .le-markdown :where(code, kbd, pre) { background: color-mix(in srgb, var(--le-text) 7%, transparent); }
.le-chat-call { margin-block-start: 4px; font-size: 12px; }
.le-chat-call > summary { cursor: pointer; color: var(--le-muted); }
.le-chat-call > summary .le-icon { vertical-align: -3px; margin-inline-end: 4px; }
.le-chat-call > pre {
  margin: 4px 0 0; padding: 6px 10px; max-height: 240px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; border: 1px solid var(--le-line); border-radius: var(--le-radius); background: var(--le-surface);
}
.le-chat textarea {
  flex: 1; min-width: 0; width: 100%; box-sizing: border-box; min-height: 32px; max-height: 34cqh; padding: 5px 10px; resize: none; overflow: auto; field-sizing: content;
  font: inherit; line-height: 1.5; color: var(--le-text); background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-chat textarea::placeholder { color: var(--le-muted); opacity: 1; }
.le-chat textarea:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-chat-edit { display: grid; gap: 6px; min-width: min(420px, 70cqi); }
.le-chat-edit > div, .le-chat-composer { display: flex; align-items: flex-end; gap: 6px; }
.le-chat-edit > div { justify-content: flex-end; }
.le-chat-edit button, .le-chat-earlier { min-height: 26px; padding: 0 10px; background: var(--le-surface); border: 1px solid var(--le-line); }
.le-chat-edit button:hover, .le-chat-earlier:hover { background: var(--le-surface-2); }
.le-chat-edit button:disabled { opacity: 0.5; cursor: default; }
.le-chat-earlier { display: block; margin: 0 auto 10px; }
.le-chat-composer select { height: 32px; max-width: 34cqi; padding: 0 4px; background: var(--le-surface); border: 1px solid var(--le-line); }
.le-chat .le-chat-send { display: grid; place-items: center; flex: none; width: 34px; height: 32px; padding: 0; color: var(--le-accent-text); background: var(--le-accent); border: 0; }
.le-chat .le-chat-send:focus-visible { outline-offset: 2px; }
.le-chat-anchor { position: relative; height: 0; }
.le-chat .le-chat-newest {
  position: absolute; inset-block-end: 14px; inset-inline: 0; margin-inline: auto; display: grid; place-items: center; width: 30px; height: 30px; padding: 0;
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: 50%; box-shadow: 0 2px 10px rgb(0 0 0 / 0.18);
}
.le-chat-status { margin: 0 2px; color: var(--le-muted); font-variant-numeric: tabular-nums; }
.le-chat-status:empty { display: none; }
@container (max-width: 280px) {
  .le-chat-turn { max-width: 100%; } .le-chat-composer { flex-wrap: wrap; } .le-chat-composer textarea { flex: 1 0 100%; order: -1; } .le-chat-composer select { flex: 1; max-width: none; }
}
@media (pointer: coarse) {
  .le-chat-acts { opacity: 1; } .le-chat-acts button { width: 36px; height: 32px; }
  .le-chat textarea, .le-chat-composer select { min-height: 36px; } .le-chat .le-chat-send { width: 40px; height: 36px; }
}
@media (forced-colors: active) { .le-chat-turn { border-color: CanvasText; } .le-chat-turn[aria-current="true"] { outline: 2px solid Highlight; } }
`;
