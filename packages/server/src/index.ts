export { createApp, type App, type AppOptions } from './app.ts';
export { readConfig, type Config } from './config.ts';
export { databaseFile, databaseTarget } from './database/database-target.ts';
export { openDatabase, type Database } from './database/database.ts';
export { ConsultationRepository } from './consultations/consultation-repository.ts';
export { ServiceRepository, SurveyRepository } from './surveys/survey-repository.ts';
