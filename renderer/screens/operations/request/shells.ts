/*
 * How words are written for the three shells that people paste commands into, so that each of them hands curl exactly the text.
 * Read in November 2026: POSIX, "Shell Command Language" 2.2; Microsoft's "Parsing C command-line arguments" and help of `cmd`;
 * PowerShell's about_Quoting_Rules, about_Parsing and about_Preference_Variables.
 */

import { posixWord } from '../../../../preload/contract/posix-word.ts';

export const shells = ['sh', 'cmd', 'powershell'] as const;
export type Shell = (typeof shells)[number];

export interface ShellRules {
  /** Windows PowerShell has another command under the name of curl. */
  curl: string;
  /** At the end of a line that goes on. */
  goesOn: string;
  /** A text as one word. */
  quote: (text: string) => string;
  /** A word that ends in the value of an environment variable. `before` is text without quotes and signs. */
  withVariable: (before: string, name: string) => string;
}

/** What means nothing to any of them. */
const plain = /^[A-Za-z0-9_][A-Za-z0-9_+=:./-]*$/;

/** By the rules with which programs on Windows split their command line: backslashes count only before a quote. */
const quoteForProgram = (text: string): string => `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;

/**
 * `cmd` reads the line before the program does, and knows no escaped quote. So its own signs, the quotes too, get a caret, which
 * leaves it no quotes to look into. It cannot write a line break.
 */
const quoteForCmd = (text: string): string => {
  if (plain.test(text)) return text;
  return quoteForProgram(text.replace(/[\r\n]+/g, ' ')).replace(/[()%!^"<>&|]/g, '^$&');
};

/**
 * PowerShell ends a single-quoted text at typographic quotes too. Before 7.3 it hands double quotes on without escaping them; a
 * backslash keeps such a word in one piece there, so texts with double quotes go through standard input instead.
 */
const quoteForPowerShell = (text: string): string => {
  if (plain.test(text)) return text;
  return `'${text.replace(/(\\*)"/g, '$1$1\\"').replace(/['\u2018-\u201b]/g, '$&$&')}'`;
};

export const shellRules: Readonly<Record<Shell, ShellRules>> = {
  sh: { curl: 'curl', goesOn: ' \\', quote: posixWord, withVariable: (before, name) => `"${before}$${name}"` },
  cmd: { curl: 'curl', goesOn: ' ^', quote: quoteForCmd, withVariable: (before, name) => `"${before}%${name}%"` },
  powershell: {
    curl: 'curl.exe',
    goesOn: ' `',
    quote: quoteForPowerShell,
    withVariable: (before, name) => `"${before}$env:${name}"`,
  },
};
