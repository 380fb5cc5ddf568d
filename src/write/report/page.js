// The report page's behaviour.
