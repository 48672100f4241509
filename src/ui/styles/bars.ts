import { css } from 'lit';

/** What is in the bars round the content. */
export const bars = css`
  .top-bar {
    display: flex;
    align-items: center;
    gap: var(--le-gap);
    padding: 0 8px 0 12px;
  }
  .group {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }
  .spacer {
    flex: 1;
  }
  .task {
    flex: none;
    max-width: 20ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  .completions {
    display: flex;
    gap: 2px;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .completion {
    flex: none;
    padding: 0 8px;
  }
  .completion[aria-selected='true'] {
    color: var(--le-text);
    background: var(--le-surface-2);
  }
  .completion-name {
    max-width: 140px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .score {
    color: var(--le-muted);
    font-size: 12px;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    flex: none;
    color: var(--le-muted);
  }
  .tools {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    padding: 6px;
  }
  /* Where there are more tools than room they scroll, with a shade where there are more; what is set of them stays. */
  .tool-buttons {
    display: flex;
    flex-direction: column;
    gap: 4px;
    flex: 0 1 auto;
    min-height: 64px;
    overflow-y: auto;
    scrollbar-width: none;
    background:
      linear-gradient(var(--le-surface) 40%, transparent) top / 100% 24px no-repeat local,
      linear-gradient(to top, var(--le-surface) 40%, transparent) bottom / 100% 24px no-repeat local,
      linear-gradient(rgb(0 0 0 / 28%), transparent) top / 100% 7px no-repeat scroll,
      linear-gradient(to top, rgb(0 0 0 / 28%), transparent) bottom / 100% 7px no-repeat scroll;
  }
  .tools .button {
    flex: none;
  }
  .tools .group {
    flex-direction: column;
  }
  .tools .group + .group {
    padding-top: 5px;
    border-top: 1px solid var(--le-line);
  }
  .tool-settings {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 6px;
    padding-top: 8px;
    border-top: 1px solid var(--le-line);
  }
  .tool-setting {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 6px;
  }
  .tool-setting .caption {
    width: 44px;
    margin-inline: -8px;
    overflow: hidden;
    font-size: 9px;
    letter-spacing: -0.03em;
    text-align: center;
    color: var(--le-muted);
    text-overflow: ellipsis;
  }
  .tool-setting [type='range'] {
    writing-mode: vertical-lr;
    direction: rtl;
    width: 16px;
    height: 72px;
    margin: 0;
    accent-color: var(--le-accent);
  }
  .tool-setting [type='number'] {
    width: 28px;
    padding: 2px 0;
    font: inherit;
    font-size: 11px;
    text-align: center;
    color: var(--le-text);
    background: var(--le-surface-2);
    border: 0;
    border-radius: var(--le-radius);
    appearance: textfield;
  }
  .tool-setting ::-webkit-inner-spin-button {
    display: none;
  }
  .tool-setting input:focus-visible {
    outline: 2px solid var(--le-accent);
    outline-offset: 1px;
  }
  .panel {
    display: flex;
    flex-direction: column;
  }
  .status {
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 0 4px 0 12px;
    font-size: 12px;
    color: var(--le-muted);
    white-space: nowrap;
  }
  .pointer {
    flex: 8;
    min-width: 0;
  }
  /* Of one size whatever it says: it changes with every move of the pointer, and nothing else is laid out anew. */
  .pointer > * {
    display: block;
    height: 1.5em;
    line-height: 1.5;
    contain: size layout;
  }
  .saving,
  .problem-count {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .status .button {
    height: 24px;
  }
  .saving {
    padding-inline-end: 8px;
  }
  .problems {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .problem {
    height: auto;
    padding: 6px 8px;
    align-items: flex-start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .problem span {
    color: var(--le-text);
  }
  .problem small {
    display: block;
    margin-top: 2px;
    font-size: 12px;
    color: var(--le-muted);
  }
  .problems .empty {
    padding: 8px;
  }
  .toasts {
    position: absolute;
    z-index: 3;
    inset: auto 0 40px;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .frame > .toasts:has(.toast[data-high]) {
    inset: 56px 0 auto;
  }
  .toast {
    pointer-events: auto;
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: min(560px, calc(100% - 24px));
    padding: 4px 4px 4px 12px;
    color: var(--le-surface);
    background: var(--le-text);
    border-radius: calc(var(--le-radius) + 2px);
    box-shadow: 0 6px 20px rgb(0 0 0 / 22%);
  }
  .toast[data-tone='danger'] > .icon {
    color: light-dark(#ff9c94, #b3261e);
  }
  .toast .button {
    color: inherit;
  }
  .toast .button:hover:not(:disabled) {
    color: inherit;
    background: color-mix(in srgb, currentColor 16%, transparent);
  }
`;
