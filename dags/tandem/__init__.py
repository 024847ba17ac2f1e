"""What Tandem's DAGs share: the table of jobs, the interval of a run, and the operator that submits a job."""
