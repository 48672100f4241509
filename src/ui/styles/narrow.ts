import { css } from 'lit';

/** Less room, coarse pointers, forced colours. Widths are those of desk.ts. */
export const narrow = css`
  @container le (width < 1100px) {
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
    .aside-split,
    .reject,
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
      flex-direction: column-reverse;
      align-items: stretch;
      gap: 0;
      padding: 0;
    }
    .tool-buttons {
      flex-direction: row;
      gap: 8px;
      min-height: 0;
      padding: 4px 8px;
      overflow: auto hidden;
      background: none;
    }
    .tools .group {
      flex-direction: row;
    }
    .tools .group + .group {
      padding: 0 0 0 8px;
      border-top: 0;
      border-inline-start: 1px solid var(--le-line);
    }
    .tool-settings {
      gap: 0;
      padding: 4px 12px;
      border-top: 0;
      border-bottom: 1px solid var(--le-line);
    }
    .tool-setting {
      flex-direction: row;
      min-height: 36px;
      gap: 12px;
    }
    .tool-setting .caption {
      width: 64px;
      margin: 0;
      font-size: 12px;
      text-align: start;
    }
    .tool-setting [type='range'] {
      flex: 1;
      writing-mode: horizontal-tb;
      direction: ltr;
      width: auto;
      min-width: 0;
      height: 24px;
    }
    .tool-setting [type='number'] {
      width: 48px;
      height: 32px;
      font-size: 16px;
    }
    .toasts {
      bottom: 96px;
    }
    .frame:not(:has([part~='tools'])) .toasts {
      bottom: 44px;
    }
    .frame > .toasts:has(.toast[data-high]) {
      inset: 92px 0 auto;
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
