-- The jobs that wait for a system are a closed list of the code, and named as one.
ALTER TABLE "AwaitedTask" RENAME CONSTRAINT "AwaitedTask_job_check" TO "AwaitedTask_job_listed";
