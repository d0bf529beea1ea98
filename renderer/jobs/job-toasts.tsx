import type { ReactNode } from 'react';
import { Toasts } from '../components/feedback/toasts.tsx';
import { useJobs } from './job-host.tsx';

/** The toasts of a page, whose buttons go on with jobs. `children` are further cards of the same row. */
export const JobToasts = ({ children }: { children?: ReactNode }) => <Toasts onGoOn={useJobs().resume}>{children}</Toasts>;
