import type { NoticeKind } from '../../../preload/contract/settings.ts';
import { noticeKindNames } from '../../words/settings.ts';

/** Kinds of notice in the order in which they are offered: that of their words, which the compiler keeps whole. */
export const noticeKindOrder = Object.keys(noticeKindNames) as NoticeKind[];
