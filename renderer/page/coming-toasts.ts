import { hrefOf } from '../routes/routes.ts';
import { comingWords } from '../words/coming.ts';
import type { Toast, ToastStore } from './toasts.ts';

/**
 * Shows what is coming up, several things as one toast: right after connecting there may be some at once, and three toasts would
 * cover half of a narrow window. What was read or has left begins anew.
 */
export function createComingToasts(toasts: ToastStore): (toast: Pick<Toast, 'title' | 'detail' | 'link' | 'endsBy'>) => void {
  let shown: { id: string; titles: string[] } | null = null;
  return (toast) => {
    const before = shown;
    if (before === null || toasts.list().every(({ id }) => id !== before.id)) {
      shown = { id: toasts.show({ tone: 'warn', ...toast }), titles: [toast.title] };
      return;
    }
    before.titles.push(toast.title);
    toasts.update(before.id, {
      title: comingWords.several(before.titles.length),
      detail: comingWords.severalDetail(before.titles),
      link: toast.link && { ...toast.link, hash: hrefOf('coming-up') },
      endsBy: null,
    });
  };
}
