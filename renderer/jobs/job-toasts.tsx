import { Toasts } from '../components/feedback/toasts.tsx';
import { useJobs } from './job-host.tsx';

/** The toasts of a page, whose buttons go on with jobs. */
export const JobToasts = () => <Toasts onGoOn={useJobs().resume} />;
