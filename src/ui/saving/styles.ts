import { css } from 'lit';

/** What tells of work that was not saved. */
export const bannerStyles = css`
  /* Over the content, which does not move away from under the pointer when it comes. */
  .saving-banner {
    grid-area: content;
    place-self: end center;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    max-width: min(960px, calc(100% - 24px));
    margin-bottom: 12px;
    padding: 4px 6px 4px 12px;
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: calc(var(--le-radius) + 2px);
    box-shadow: 0 6px 20px rgb(0 0 0 / 22%);
  }
  .saving-banner:has([role='alert']) {
    border-color: color-mix(in oklab, var(--le-warning) 45%, var(--le-line));
  }
  .frame:has(> .saving-banner) .toasts {
    bottom: 104px;
  }
  .saving-banner p {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 4px 0;
  }
  .saving-banner .icon {
    flex: none;
  }
  .banner-buttons,
  .banner-choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .banner-buttons {
    gap: 4px 12px;
    margin-inline-start: auto;
  }
  .saving-banner .button.main {
    padding: 0 12px;
    font-weight: 500;
    color: var(--le-accent-text);
    background: var(--le-accent);
  }
  .saving-banner .button.main:hover {
    color: var(--le-accent-text);
    background: color-mix(in srgb, var(--le-accent) 88%, var(--le-text));
  }
  .saving-banner .button:focus-visible {
    outline-offset: 1px;
  }
  .saving-banner .button:not(.main):hover {
    background: color-mix(in srgb, var(--le-text) 8%, transparent);
  }
  .banner-looks {
    display: inline-flex;
    gap: 2px;
    padding: 2px;
    background: color-mix(in srgb, var(--le-text) 7%, transparent);
    border-radius: calc(var(--le-radius) + 2px);
  }
  .banner-looks .button {
    height: 24px;
    padding: 0 8px;
  }
  .banner-looks .button[aria-pressed='true'] {
    color: var(--le-text);
    background: var(--le-surface);
    box-shadow: 0 1px 2px rgb(0 0 0 / 16%);
  }
  @container le (width < 560px) {
    .saving-banner {
      max-width: none;
      justify-self: stretch;
      margin: 8px;
    }
    .saving-banner p {
      flex-basis: 100%;
    }
    .banner-buttons {
      flex: 1;
      justify-content: end;
    }
    .frame:has(> .saving-banner) .toasts {
      bottom: 216px;
    }
  }
  @media (forced-colors: active) {
    .saving-banner .button.main {
      border: 1px solid ButtonText;
    }
  }
`;

/** What is asked for beside the buttons that save. */
export const saveButtonStyles = css`
  .aside-split {
    display: inline-flex;
  }
  .aside-split .skip {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .aside-split .menu > .button {
    min-width: 20px;
    padding: 0 2px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .reject .menu > .button {
    gap: 6px;
    padding: 0 10px;
    color: var(--le-text);
  }
  [data-disabled] > .menu {
    opacity: 0.4;
  }
  .comment-form {
    display: grid;
    gap: 8px;
    width: min(300px, calc(100vw - 32px));
    padding: 8px;
  }
  .comment-form label {
    display: grid;
    gap: 4px;
  }
  .comment-form textarea {
    width: 100%;
    padding: 6px 8px;
    font: inherit;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: var(--le-radius);
    resize: vertical;
  }
  .comment-form footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .comment-form small {
    font-size: 11px;
  }
  .comment-form .button {
    flex: none;
    padding: 0 12px;
    font-weight: 500;
    color: var(--le-accent-text);
    background: var(--le-accent);
  }
  .comment-form .button:hover:not(:disabled) {
    color: var(--le-accent-text);
    background: color-mix(in srgb, var(--le-accent) 88%, var(--le-text));
  }
  .comment-form .button.refuse,
  .comment-form .button.refuse:hover:not(:disabled) {
    color: light-dark(#ffffff, #2a0f0d);
    background: var(--le-danger);
  }
  .comment-form .button:focus-visible {
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    .comment-form textarea {
      font-size: 16px;
    }
    .aside-split .menu > .button {
      min-width: 40px;
    }
  }
  @container le (width < 760px) {
    .reject .word {
      display: none;
    }
    .reject .menu > .button {
      padding: 0 6px;
    }
  }
  @container le (width < 560px) {
    .cancel-skip .word {
      display: none;
    }
    .button.cancel-skip {
      padding: 0 6px;
    }
    .aside-split .menu > .button {
      min-width: 40px;
    }
  }
`;
