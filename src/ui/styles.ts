import { css } from 'lit';

const controls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .button,
  .entry,
  .tab,
  .completion {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin: 0;
    padding: 0 6px;
    height: 28px;
    min-width: 28px;
    font: inherit;
    font-variant-numeric: inherit;
    color: var(--le-muted);
    background: none;
    border: 0;
    border-radius: var(--le-radius);
    cursor: pointer;
    white-space: nowrap;
    user-select: none;
  }
  .button {
    justify-content: center;
  }
  .icon {
    flex: none;
    display: block;
  }
  .button:hover:not(:disabled),
  .entry:hover:not(:disabled),
  .completion:hover {
    color: var(--le-text);
    background: var(--le-surface-2);
  }
  .button:disabled,
  .entry:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .button[aria-pressed='true'] {
    color: var(--le-text);
    background: var(--le-surface-2);
  }
  .tools .button[aria-pressed='true'] {
    color: var(--le-accent);
    background: color-mix(in srgb, var(--le-accent) 14%, transparent);
  }
  .button.wide {
    padding: 0 10px;
    color: var(--le-text);
  }
  .button.primary {
    padding: 0 12px;
    font-weight: 500;
    color: var(--le-accent-text);
    background: var(--le-accent);
    border-radius: var(--le-radius) 0 0 var(--le-radius);
  }
  .button.primary:hover:not(:disabled) {
    color: var(--le-accent-text);
    background: color-mix(in srgb, var(--le-accent) 88%, var(--le-text));
  }
  .split {
    display: inline-flex;
    gap: 1px;
  }
  .split .menu > .button {
    min-width: 22px;
    padding: 0 3px;
    color: var(--le-accent-text);
    background: var(--le-accent);
    border-radius: 0 var(--le-radius) var(--le-radius) 0;
  }
  .split .menu > .button:hover {
    background: color-mix(in srgb, var(--le-accent) 88%, var(--le-text));
  }
  :focus-visible {
    outline: 2px solid var(--le-accent);
    outline-offset: -2px;
  }
  .primary:focus-visible,
  .split .menu > .button:focus-visible {
    outline-offset: 2px;
  }
  .menu {
    display: inline-flex;
  }
  .popover {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    min-width: 180px;
    max-width: min(360px, calc(100vw - 16px));
    overflow: auto;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: calc(var(--le-radius) + 2px);
    box-shadow: 0 8px 24px rgb(0 0 0 / 18%);
  }
  .entry {
    width: 100%;
    color: var(--le-text);
    text-align: start;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    padding: 0 8px;
    border-radius: var(--le-radius);
    cursor: pointer;
  }
  .choice:hover {
    background: var(--le-surface-2);
  }
  .choice input {
    margin: 0;
    accent-color: var(--le-accent);
  }
  /* For screen readers. */
  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .completion {
    position: relative;
  }
  .empty {
    margin: 0;
    padding: 16px 12px;
    color: var(--le-muted);
  }
  .muted {
    color: var(--le-muted);
  }
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
  }
  [data-tone='danger'] {
    color: var(--le-danger);
  }
  [data-tone='warning'] {
    color: var(--le-warning);
  }
  [data-tone='accent'] {
    color: var(--le-accent);
  }
  [data-tone='muted'] {
    color: var(--le-muted);
  }
  .turning {
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .turning {
      animation-duration: 6s;
    }
  }
  .le-placeholder {
    margin: 0;
    padding: 8px 12px;
    color: var(--le-muted);
    border: 1px dashed var(--le-line);
    border-radius: var(--le-radius);
  }
`;

const frame = css`
  .frame {
    position: relative;
    display: grid;
    grid-template: 'top top top' auto 'tools content panel' minmax(0, 1fr) 'status status status' auto / auto minmax(0, 1fr) auto;
    height: 100%;
    min-height: inherit;
    overflow: hidden;
  }
  .top-bar {
    grid-area: top;
    display: flex;
    align-items: center;
    gap: var(--le-gap);
    min-width: 0;
    min-height: 44px;
    padding: 0 8px 0 12px;
    border-bottom: 1px solid var(--le-line);
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
    grid-area: tools;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    padding: 6px;
    border-inline-end: 1px solid var(--le-line);
  }
  .tools .group {
    flex-direction: column;
  }
  .tools .group + .group {
    padding-top: 5px;
    border-top: 1px solid var(--le-line);
  }
  .content {
    grid-area: content;
    display: flex;
    flex-direction: column;
    gap: var(--le-gap);
    min-width: 0;
    min-height: 0;
    padding: 12px;
    overflow: auto;
    container: content / size;
    background: var(--le-canvas);
  }
  .panel {
    grid-area: panel;
    display: flex;
    flex-direction: column;
    width: 288px;
    min-height: 0;
    background: var(--le-surface);
    border-inline-start: 1px solid var(--le-line);
  }
  .status {
    grid-area: status;
    display: flex;
    align-items: center;
    gap: 16px;
    min-width: 0;
    min-height: 28px;
    padding: 0 4px 0 12px;
    font-size: 12px;
    color: var(--le-muted);
    white-space: nowrap;
    border-top: 1px solid var(--le-line);
  }
  .pointer {
    overflow: hidden;
    text-overflow: ellipsis;
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

const panel = css`
  .panel-head {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 40px;
    padding: 0 6px;
    border-bottom: 1px solid var(--le-line);
  }
  .tabs {
    display: flex;
    flex: 1;
    gap: 2px;
  }
  .tab {
    padding: 0 8px;
  }
  .tab:hover {
    color: var(--le-text);
  }
  .tab[aria-selected='true'] {
    color: var(--le-text);
    font-weight: 500;
    background: var(--le-surface-2);
  }
  .panel-body {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .list-bar {
    display: flex;
    align-items: center;
    gap: 2px;
    flex: none;
    min-height: 36px;
    padding: 0 6px 0 12px;
    color: var(--le-muted);
  }
  .count {
    flex: 1;
  }
  .regions {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .rows {
    position: relative;
  }
  .row {
    position: absolute;
    inset: 0 0 auto;
    display: flex;
    align-items: center;
    gap: 6px;
    height: 28px;
    padding: 0 6px 0 4px;
    white-space: nowrap;
    cursor: default;
    user-select: none;
  }
  .row:hover,
  .row[data-hovered] {
    background: var(--le-surface-2);
  }
  .row[aria-selected='true'] {
    background: color-mix(in srgb, var(--le-accent) 14%, transparent);
  }
  .row[data-hidden] .face {
    opacity: 0.5;
  }
  .row .index,
  .history .index {
    flex: none;
    min-width: 26px;
    text-align: end;
    font-size: 11px;
    color: var(--le-muted);
  }
  .face {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: 1;
    min-width: 0;
    padding-inline-start: 4px;
  }
  .names {
    flex: 0 1 auto;
    min-width: 24px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .snippet {
    flex: 1 1 0;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--le-muted);
  }
  .mark {
    flex: none;
  }
  .mark:not([data-tone]) {
    color: var(--le-muted);
  }
  .mark .icon {
    width: 14px;
    height: 14px;
  }
  .row-buttons {
    display: flex;
    flex: none;
  }
  .row-button .button {
    min-width: 24px;
    height: 24px;
    padding: 0 4px;
  }
  .row-button .button[aria-pressed='true'] {
    color: var(--le-text);
    background: none;
  }
  .row-button .button:hover {
    background: color-mix(in srgb, var(--le-text) 10%, transparent);
  }
  .row:not(:hover, :focus, :focus-within) .row-button:not(:has([aria-pressed='true'])) {
    display: none;
  }
  .facts {
    margin: 0;
    padding: 0 12px 12px;
    overflow: auto;
  }
  .facts > div {
    display: grid;
    grid-template-columns: 84px minmax(0, 1fr);
    gap: 8px;
    padding: 4px 0;
  }
  .facts dt {
    color: var(--le-muted);
    text-transform: capitalize;
  }
  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
    user-select: text;
  }
  .facts code {
    font-family: ui-monospace, monospace;
    font-size: 12px;
  }
  .label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline-end: 10px;
  }
  .quote {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 8;
    overflow: hidden;
  }
  .history {
    margin: 0;
    padding: 4px;
    list-style: none;
  }
  .history [aria-current='step'] {
    font-weight: 500;
    background: var(--le-surface-2);
  }
`;

const help = css`
  .help {
    width: min(760px, calc(100vw - 24px));
    max-height: min(80dvh, 720px);
    padding: 0;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: calc(var(--le-radius) + 4px);
    box-shadow: 0 16px 48px rgb(0 0 0 / 30%);
  }
  .help::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  .help-head {
    position: sticky;
    top: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 8px 8px 8px 16px;
    background: var(--le-surface);
    border-bottom: 1px solid var(--le-line);
  }
  .help h2,
  .help h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
  }
  .help h3 {
    padding: 12px 0 4px;
    color: var(--le-muted);
    font-size: 12px;
  }
  .help-groups {
    padding: 0 16px 16px;
    columns: 300px;
    column-gap: 32px;
  }
  .help-groups section {
    break-inside: avoid;
  }
  .help-groups dl {
    margin: 0;
  }
  .help-groups dl > div {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 16px;
    min-height: 24px;
    padding: 2px 0;
  }
  .help-groups dd {
    flex: none;
    margin: 0;
  }
  kbd {
    display: inline-block;
    min-width: 20px;
    padding: 0 5px;
    font: inherit;
    font-size: 11px;
    line-height: 18px;
    text-align: center;
    color: var(--le-muted);
    background: var(--le-surface-2);
    border: 1px solid var(--le-line);
    border-radius: 4px;
  }
`;

const narrow = css`
  @container le (width < 1100px) {
    .panel {
      grid-area: 2 / 1 / 3 / -1;
      justify-self: end;
      z-index: 2;
      width: min(320px, 100%);
      box-shadow: 0 0 24px rgb(0 0 0 / 18%);
    }
    .task {
      max-width: 12ch;
    }
  }
  @container le (width < 760px) {
    .skip .word,
    .badge,
    .pointer {
      display: none;
    }
    .button.skip {
      padding: 0 6px;
    }
  }
  @media (pointer: coarse) {
    .button,
    .tab,
    .completion,
    .entry,
    .choice {
      min-width: 40px;
      min-height: 40px;
    }
    .row-button .button {
      min-width: 28px;
      min-height: 28px;
    }
    .row .row-button {
      display: block;
    }
  }
  @container le (width < 560px) {
    .frame {
      grid-template: 'top' auto 'content' minmax(0, 1fr) 'tools' auto 'status' auto / minmax(0, 1fr);
    }
    .top-bar {
      flex-wrap: wrap;
      gap: 0 4px;
      padding: 0 4px;
    }
    .task {
      padding-inline-start: 8px;
    }
    .top-bar::after {
      content: '';
      order: 1;
      flex-basis: 100%;
    }
    .completions,
    .completions ~ .button,
    .split {
      order: 2;
    }
    .completions {
      flex: 1;
    }
    .completion-name {
      max-width: 88px;
    }
    .split {
      padding: 0 4px;
    }
    .button,
    .tab,
    .completion,
    .entry,
    .choice,
    .status .button {
      min-width: 40px;
      min-height: 40px;
    }
    .row {
      height: 40px;
    }
    .row-button {
      display: block !important;
    }
    .row-button .button {
      min-width: 40px;
      height: 40px;
    }
    .split .menu > .button {
      min-width: 40px;
    }
    .tools {
      flex-direction: row;
      gap: 8px;
      padding: 4px 8px;
      overflow-x: auto;
      border-inline-end: 0;
      border-top: 1px solid var(--le-line);
    }
    .tools .group {
      flex-direction: row;
    }
    .tools .group + .group {
      padding: 0 0 0 8px;
      border-top: 0;
      border-inline-start: 1px solid var(--le-line);
    }
    .content {
      padding: 8px;
    }
    .panel {
      grid-area: 2 / 1 / -1 / -1;
      width: 100%;
      border: 0;
    }
    .status {
      min-height: 32px;
    }
    .toasts {
      bottom: 96px;
    }
  }
  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
    }
    .button[aria-pressed='true'],
    [role='tab'][aria-selected='true'],
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .primary {
      border: 1px solid ButtonText;
    }
  }
`;

/** The looks of the workbench. Widths are those of desk.ts. */
export const styles = [controls, frame, panel, help, narrow];
