#include <CPostgres.h>
#include <dlfcn.h>

#define FUNCTIONS(F) \
  F(PQconnectdbParams) F(PQstatus) F(PQerrorMessage) F(PQconnectionNeedsPassword) F(PQfinish) \
  F(PQserverVersion) F(PQtransactionStatus) F(PQsocket) F(PQsetNoticeProcessor) F(PQexec) F(PQprepare) \
  F(PQsendQueryPrepared) F(PQsendQueryParams) F(PQsetSingleRowMode) F(PQgetResult) F(PQresultStatus) \
  F(PQresultErrorField) F(PQresultErrorMessage) F(PQntuples) F(PQnfields) F(PQgetisnull) \
  F(PQgetvalue) F(PQgetlength) F(PQcmdTuples) F(PQclear) F(PQputCopyData) F(PQputCopyEnd) \
  F(PQgetCancel) F(PQcancel) F(PQfreeCancel) F(PQenterPipelineMode) F(PQexitPipelineMode) \
  F(PQpipelineSync) F(PQsendPrepare)

const char *pq_find(void *library, pq_functions *functions) {
#define F(name) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
