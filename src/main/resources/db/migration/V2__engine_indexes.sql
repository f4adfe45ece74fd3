-- Two indexes that the engine's schema lacks: without them each job acquisition reads every waiting timer and each
-- completion reads every task.
create index mg_job_duedate on ACT_RU_JOB (DUEDATE_);
create index mg_task_parent on ACT_RU_TASK (PARENT_TASK_ID_);
